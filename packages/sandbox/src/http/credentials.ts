import type { Document, SecurityScheme } from '../document/openapi.ts';
import type { Operation } from '../document/operations.ts';
import { cookiesOf, decodeForm, pairsOf } from './parameters.ts';
import { Refusal } from './reply.ts';
import type { Match } from './route.ts';

/** Who sends a request. */
export interface Identity {
  /** The values of the schemes that name a caller, by scheme. */
  readonly callers: Readonly<Record<string, string>>;
  /** The schemes that the request used. */
  readonly schemes: readonly string[];
}

/** An access token that a sandbox issued. */
export interface Token {
  readonly scopes: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The credentials that a sandbox accepts. */
export interface Credentials {
  /** The options of the vendor's client. */
  readonly issued: Readonly<Record<string, string>>;
  readonly schemes: ReadonlyMap<string, CheckedScheme>;
  /** The names of headers and query parameters with credentials, as `plainName` writes them. */
  readonly parameterNames: readonly string[];
  /** The names of properties of a body with credentials. */
  readonly propertyNames: readonly string[];
}
interface CheckedScheme extends SecurityScheme {
  readonly isCaller: boolean;
  /** The credential that is right, beside access tokens. Without it, the sandbox cannot check any. */
  readonly accepted: string | undefined;
}

const prefix = 'sandbox_';
/** The user name and the password that a sandbox accepts, as the option of a client. */
const basicCredential = `${prefix}username:${prefix}password`;
/** A scheme that the document forgot is one of access tokens. */
const unknownScheme: CheckedScheme = { type: '', isCaller: false, accepted: '' };

/** A name in lower case, without `-` and `_`. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

/** `clientId` of `client_id`: the option of the vendor's client. */
export function optionName(property: string): string {
  return property.replace(/[_-]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `sandbox_client_id` of `clientId`. */
function credentialFor(option: string): string {
  return prefix + option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function readCredentials(document: Document, operations: readonly Operation[]): Credentials {
  const declared = Object.entries(document.components?.securitySchemes ?? {}) as [string, SecurityScheme][];
  const callers = Object.values(document['x-resources'] ?? {}).flatMap((one) => Object.keys(one.callers ?? {}));
  const [firstClient] = Object.values(document['x-clients'] ?? {});
  const effects = operations.flatMap((operation) => operation['x-effect'] ?? []);
  const clientNames = effects.flatMap(({ client = [] }) => client);
  const options: string[] = [];
  const passwords = new Set(declared.flatMap(([name, scheme]) => (isBasic(scheme) ? [name] : [])));
  const isOfFirst = (scheme: string) => !firstClient || firstClient.includes(scheme);
  const isOnly = declared.filter(([scheme]) => isOfFirst(scheme)).length === 1;
  const issuing = (scheme: string) => effects.filter(({ token }) => token === scheme);

  const schemes = new Map(
    declared.map(([name, scheme]) => {
      const isCaller = callers.includes(name);
      const needed = isCaller ? undefined : optionsOf(name, scheme);
      // A client that gets tokens needs no key.
      if (needed && issuing(name).length === 0 && isOfFirst(name)) options.push(...needed);
      const accepted = isBasic(scheme) ? basicCredential : needed?.map(credentialFor).join(':');
      return [name, { ...scheme, isCaller, accepted }];
    }),
  );
  options.push(...clientNames.map(optionName));
  return {
    issued: Object.fromEntries(
      options.map((option) => [option, passwords.has(option) ? basicCredential : credentialFor(option)]),
    ),
    schemes,
    parameterNames: declared.map(([, { name = '' }]) => plainName(name)),
    propertyNames: clientNames.map(plainName),
  };

  /** The options of a client whose credentials a scheme accepts. Undefined for a digest or a certificate, which cannot be checked. */
  function optionsOf(name: string, { type, scheme = 'bearer' }: SecurityScheme): string[] | undefined {
    // A key of another client than the first may be a proof, such as an HMAC.
    if (type === 'apiKey') return isOfFirst(name) ? [name] : undefined;
    if (type === 'mutualTLS' || challenged.test(scheme)) return undefined;
    const [effect] = issuing(name);
    if (effect) return effect.key ? ['apiKey'] : [];
    return [isOnly && /^bearer$/i.test(scheme) ? 'token' : name];
  }
}

/** HTTP authentication schemes that respond to a challenge of the server. */
const challenged = /^(digest|hoba|mutual|negotiate|ntlm|scram-.+)$/i;

function isBasic({ type, scheme = '' }: SecurityScheme): boolean {
  return type === 'http' && /^basic$/i.test(scheme);
}

/**
 * Who sends a request.
 *
 * @param now Milliseconds since 1970.
 * @throws {Refusal} If its credentials are missing or wrong.
 */
export function identify(
  { schemes }: Credentials,
  tokens: ReadonlyMap<string, Token>,
  now: number,
  { operation: { security }, search }: Match,
  headers: Headers,
): Identity {
  let refusal: Refusal | undefined;
  // The alternative with the most schemes says most about the caller.
  const ranked = [...security].sort((one, other) => Object.keys(other).length - Object.keys(one).length);
  for (const alternative of ranked) {
    const names = Object.keys(alternative);
    const problems = names.flatMap((name) => problemOf(name, alternative[name] ?? []) ?? []);
    const [problem] = problems;
    if (!problem) {
      const callers = names.filter((name) => schemes.get(name)?.isCaller);
      return { schemes: names, callers: Object.fromEntries(callers.map((name) => [name, credentialIn(name) ?? ''])) };
    }
    // A credential that was sent and is wrong says more than one that is missing.
    if (!refusal || !/ is missing\.$/.test(problem.message)) refusal = problem;
  }
  if (refusal) throw refusal;
  return { schemes: [], callers: {} };

  function credentialIn(schemeName: string): string | undefined {
    const { type, in: place, name = '', scheme: kind = 'bearer' } = schemes.get(schemeName) ?? unknownScheme;
    if (type !== 'apiKey') {
      const [, sent = '', text] = /^(\S+) +(\S.*)$/.exec(headers.get('authorization') ?? '') ?? [];
      return sent.toLowerCase() === kind.toLowerCase() ? text : undefined;
    }
    if (place === 'header') return headers.get(name)?.trim();
    const pairs = place === 'cookie' ? cookiesOf(headers) : pairsOf(search);
    return decodeForm(pairs.find(([key]) => key === name)?.[1] ?? '');
  }

  /** What is wrong with a credential. */
  function problemOf(schemeName: string, scopes: readonly string[]): Refusal | undefined {
    const refused = (message: string, status = 401) => new Refusal([status], message);
    const known = schemes.get(schemeName) ?? unknownScheme;
    const { type, name = 'Authorization', accepted } = known;
    if (type === 'mutualTLS') return undefined;
    const sentValue = credentialIn(schemeName);
    if (!sentValue) return refused(`The credential ${name} is missing.`);
    const value = isBasic(known) ? decodeBase64(sentValue) : sentValue;
    if (accepted === undefined || accepted === value) return undefined;
    // The header Authorization may have a credential of another alternative.
    const text = /^authorization$/i.test(name) ? value.replace(/^\S+ +/, '') : value;
    if (![value, text, decodeBase64(text)].some((one) => one.startsWith(prefix))) {
      // Also where another alternative needs no credentials: a real one must not be taken for granted.
      throw refused(`The credential ${name} does not begin with "${prefix}". A sandbox takes no other.`);
    }
    if (isBasic(known)) return refused('The user name or the password is wrong.');
    // A key, or the text of an HTTP scheme without access tokens.
    if (type === 'apiKey' || !/^(bearer)?$/i.test(known.scheme ?? '')) return refused(`${name} is wrong.`);
    const token = tokens.get(value);
    if (!token || token.expiresAt <= now) {
      return refused('The access token is unknown, revoked or expired.');
    }
    const missing = scopes.filter((scope) => !token.scopes.includes(scope));
    if (type !== 'oauth2' || missing.length === 0) return undefined;
    return refused(`The access token lacks the scope ${missing.join(' ')}.`, 403);
  }
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
