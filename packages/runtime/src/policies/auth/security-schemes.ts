import { PlumblineError } from '../../errors/plumbline-error.ts';
import { ownTable } from '../../pipeline/own-value.ts';
import type { Next, Policy } from '../../pipeline/policy.ts';
import type { CredentialPolicy, CredentialSource } from './credential-source.ts';
import { secretsOf, sendKeys } from './send-keys.ts';

/** A security scheme of the spec (OpenAPI's Security Scheme Object): the fields that say how its credential is sent. */
export interface SecurityScheme {
  /** A key, an `Authorization` of some scheme, or a bearer token of OAuth 2.0 or OpenID Connect. */
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect';
  /** The place of a key. */
  readonly in?: 'header' | 'query' | 'cookie';
  /** The name of the header, the query parameter or the cookie of a key. */
  readonly name?: string;
  /** The HTTP authentication scheme, such as `basic`, `bearer` or `Token`. */
  readonly scheme?: string;
}

/** What a client with several ways to authenticate needs to know, generated from the spec. */
export interface ClientSecurity {
  /** The security schemes by their names, which are also the options of the client. */
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /** The alternatives of operations that have none of their own, each a list of the schemes that it combines. */
  readonly default: readonly (readonly string[])[];
}

/** Another way to send the credential of a scheme than the option with its name: options, and the policy that sends them. */
export interface SchemeDefinition<Values> {
  /** Names of the options that it needs. */
  readonly required: readonly (keyof Values & string)[];
  /** Makes the policy: `clientCredentials`, or `bearer` for an option of another name. */
  readonly policy: CredentialPolicy<Values>;
}

type Definitions<Values> = Readonly<Record<string, SchemeDefinition<Values>>>;

/**
 * Makes the policy of a client with any number of security schemes. Each credential is optional. A call sends the first alternative of
 * its operation of which all credentials were given. One with a credential that the caller passed comes before one whose credentials are
 * all from the environment. A request by `client.api` sends the default alternative, or the first credential that was given.
 *
 * The policy throws a {@link PlumblineError} before anything is sent, if the credentials of no alternative were given.
 *
 * @param definitions Other ways to send the credentials of single schemes. @default none
 */
export function securitySchemes<Values>(
  security: ClientSecurity,
  definitions: Definitions<Values> = {},
): CredentialPolicy<Values> {
  return (source, baseUrl) => policyOf(source, baseUrl, ownTable(security), ownTable(definitions));
}

function policyOf<Values>(
  source: CredentialSource<Values>,
  baseUrl: string,
  { schemes, default: byDefault }: ClientSecurity,
  definitions: Definitions<Values>,
): Policy {
  // These records inherit nothing.
  const { given, functions } = source;
  const known = source.values as Readonly<Record<string, string | undefined>>;
  const isGiven = (option: string) => (known[option] ?? functions[option]) !== undefined;
  /** Whether the caller passed an option. */
  const isPassed = (option: string) => given[option] !== undefined;
  /** The policies of the schemes that other options than that of their name serve. */
  const policies = new Map<string, Policy>();
  for (const [name, { required, policy }] of Object.entries(definitions)) {
    const isOther = !isGiven(name) || (!isPassed(name) && required.some(isPassed));
    if (isOther && required.every(isGiven)) policies.set(name, policy(source, baseUrl, true));
  }
  /** Whether a scheme is sent by a credential that the caller passed. */
  const isExplicit = (name: string) =>
    policies.has(name) ? definitions[name]?.required.some(isPassed) : isPassed(name);
  const find = (alternatives: ClientSecurity['default']) => {
    const sendable = alternatives.filter((names) => names.every((name) => policies.has(name) || isGiven(name)));
    return sendable.find((names) => names.some(isExplicit)) ?? sendable.find(({ length }) => length) ?? sendable[0];
  };
  const anyGiven = [...byDefault, ...Object.keys(schemes).map((name) => [name]), []];

  return async (request, next) => {
    const { call } = request;
    const { operation } = call;
    const alternatives = operation ? (operation.security ?? byDefault) : anyGiven;
    const chosen = find(alternatives);
    if (!chosen && alternatives.length > 0) {
      const { method, path } = call.line;
      throw new PlumblineError(`${method} ${path}: ${advise(alternatives)}`);
    }
    if (!chosen?.length) return next(request);
    const plain = chosen.filter((name) => !policies.has(name));
    const asked = plain.filter((name) => functions[name]);
    const values = (asked.length > 0 ? await source.read(call, asked) : source.values) as Record<string, string>;
    const keys = { headers: {}, query: {}, cookies: {} };
    for (const name of plain) addKey(keys, schemes[name] as SecurityScheme, values[name] as string);
    const secrets = secretsOf(keys);
    call.secrets = [];
    const send: Next = (sent) => {
      // A token request of the client passes here too. It has no other credentials than its own.
      if (sent.call !== call) return next(sent);
      call.secrets = [...call.secrets, ...secrets];
      return sendKeys(sent, next, keys);
    };
    const own = chosen.flatMap((name) => policies.get(name) ?? []);
    return own.reduceRight<Next>((inner, policy) => (sent) => policy(sent, inner), send)(request);
  };

  /** Says which options to pass: `user`, or `clientId` and `clientSecret`. */
  function advise(alternatives: ClientSecurity['default']): string {
    const { name: factory, options } = source.definition;
    const quote = (option: string) => {
      const variable = options[option]?.environment;
      return `\`${option}\`${variable ? ` (${variable})` : ''}`;
    };
    const describe = (name: string) => {
      const required = definitions[name]?.required.filter((option) => options[option]?.default === undefined);
      const ways = [...(options[name] ? [[name]] : []), ...(required ? [required] : [])];
      return ways.map((way) => way.map(quote).join(' and ')).join(', or ');
    };
    const list = alternatives.map((names) => names.map(describe).join(' and ')).join(', or ');
    return `pass the option ${list}, to ${factory}.`;
  }
}

/** Adds the credential of a scheme to those of the request. */
function addKey(
  keys: Record<'headers' | 'query' | 'cookies', Record<string, string>>,
  { type, in: place, name = '', scheme = 'bearer' }: SecurityScheme,
  value: string,
): void {
  if (type !== 'apiKey') {
    keys.headers.authorization = `${scheme.replace(/^basic$/i, 'Basic').replace(/^bearer$/i, 'Bearer')} ${value}`;
  } else keys[place === 'query' ? 'query' : place === 'cookie' ? 'cookies' : 'headers'][name] = value;
}
