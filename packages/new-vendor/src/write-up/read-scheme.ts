import { isSendable } from '@plumbline/spec-tools/document/security-scheme';
import { camelCase, splitWords } from '../naming.ts';
import { follow, type Node, type Source } from '../read/source.ts';

/** A credential that a client sends. The name of its security scheme in the spec is that of the client's option, except for tokens. */
export type Credential =
  | { readonly kind: 'key'; readonly scheme: string; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly kind: 'basic'; readonly scheme: string }
  | { readonly kind: 'bearer'; readonly scheme: string }
  /** The text of another HTTP authentication scheme, after its name. */
  | { readonly kind: 'http'; readonly scheme: string; readonly name: string }
  | {
      readonly kind: 'clientCredentials';
      readonly scheme: string;
      readonly tokenUrl: string;
      /** All flows of the document. With more than one, a token of another flow may be passed. */
      readonly flows: Readonly<Record<string, Node>>;
    };

/** A credential that a client does not send, and what it is. */
export interface Unsupported {
  readonly kind: 'certificate' | 'unsupported';
  readonly about: string;
}

/** Makes a text of the document safe for source code. */
export function plain(word: unknown): string {
  return String(word).replace(/[^\w .-]/g, '');
}

/** Whether an address is safe in source code, between quotes. */
export function isPlainAddress(address: string): boolean {
  return /^[\w.:/~%-]+$/.test(address);
}

/** Reads the security schemes of a document by their names there. */
export function readSchemes(source: Source, server: string): ReadonlyMap<string, Credential | Unsupported> {
  const schemes: Node = Object(source.document.components?.securitySchemes);
  return new Map(
    Object.entries<Node>(schemes).map(([name, scheme]) => [name, readScheme(name, follow(source, scheme), server)]),
  );
}

function readScheme(name: string, given: Node, server: string): Credential | Unsupported {
  const type = String(given.type);
  const http = String(given.scheme ?? 'bearer');
  const scheme = optionOf(name) || usualOption(type, http);
  const unsupported = (about: string): Unsupported => ({ kind: 'unsupported', about });
  if (type === 'mutualTLS') return { kind: 'certificate', about: 'a client certificate' };
  if (type === 'apiKey') return readKey(scheme, given);
  if (type === 'http') {
    if (/^bearer$/i.test(http)) return { kind: 'bearer', scheme };
    if (/^basic$/i.test(http)) return { kind: 'basic', scheme };
    const isText = /^[\w.!#$%&'*+^`|~-]+$/.test(http) && isSendable({ type, scheme: http });
    return isText ? { kind: 'http', scheme, name: plain(http) } : unsupported(`HTTP ${plain(http)}`);
  }
  if (type === 'oauth2') return readOAuth(scheme, Object(given.flows), server);
  return type === 'openIdConnect' ? { kind: 'bearer', scheme } : unsupported(given.type ? plain(type) : 'no type');
}

/** The name of a scheme as that of an option. Empty if it has other letters than the name of an environment variable can have. */
function optionOf(name: string): string {
  return /^[ -~]*$/.test(name) ? camelCase(splitWords(name.replace(/oauth/gi, 'Oauth'))) : '';
}

function usualOption(type: string, http: string): string {
  if (type === 'apiKey') return 'apiKey';
  return type === 'http' && /^basic$/i.test(http) ? 'basic' : 'token';
}

function readKey(scheme: string, { in: place, name }: Node): Credential | Unsupported {
  const isPlaced = place === 'header' || place === 'query' || place === 'cookie';
  if (!isPlaced) return { kind: 'unsupported', about: `a key in a ${plain(place)}` };
  // RFC 9110 §5.6.2; a query parameter may have any name.
  const isNamed =
    place === 'query' ? typeof name === 'string' && name !== '' : /^[\w.!#$%&*+^|~-]+$/.test(String(name));
  if (!isNamed) return { kind: 'unsupported', about: `a key in a ${place} with an invalid name` };
  return { kind: 'key', scheme, in: place, name };
}

/** A token of any flow may be passed. The client requests one itself where there are client credentials. */
function readOAuth(scheme: string, flows: Node, server: string): Credential {
  const tokenUrl = flows.clientCredentials?.tokenUrl;
  const url = typeof tokenUrl === 'string' ? URL.parse(tokenUrl, server.replace(/\/?$/, '/')) : undefined;
  // Without a usable address the caller has to pass the token.
  if (url?.protocol !== 'https:' || !isPlainAddress(url.href)) return { kind: 'bearer', scheme };
  const address = (given: unknown) => {
    const resolved = typeof given === 'string' ? URL.parse(given, server.replace(/\/?$/, '/')) : undefined;
    return resolved ? resolved.href : undefined;
  };
  const kept = Object.entries<Node>(flows).flatMap(([name, flow]) => {
    const authorizationUrl = address(flow?.authorizationUrl);
    const token = address(flow?.tokenUrl);
    const needsPage = name === 'implicit' || name === 'authorizationCode';
    const isWhole = (!needsPage || authorizationUrl) && (name === 'implicit' || token);
    if (!isWhole || !/^(implicit|password|clientCredentials|authorizationCode)$/.test(name)) return [];
    const urls = { ...(needsPage && { authorizationUrl }), ...(name !== 'implicit' && { tokenUrl: token }) };
    return [[name, { ...urls, scopes: textsOf(flow?.scopes) }] as const];
  });
  return { kind: 'clientCredentials', scheme, tokenUrl: url.href, flows: Object.fromEntries(kept) };
}

function textsOf(scopes: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(Object(scopes)).map(([name, text]) => [name, String(text ?? '')]));
}

/** Whether a client also takes a ready token, of another flow. */
export function takesToken(credential: Credential): boolean {
  return credential.kind === 'clientCredentials' && Object.keys(credential.flows).length > 1;
}

/** Whether a parameter of an operation is a key that its `security` sends: some documents declare it twice. */
export function isKeyOf(credentials: readonly Credential[], security: readonly object[], parameter: Node): boolean {
  const wanted = new Set(security.flatMap(Object.keys));
  return credentials.some(
    (one) =>
      one.kind === 'key' &&
      wanted.has(one.scheme) &&
      one.in === parameter.in &&
      (one.name === parameter.name ||
        (one.in === 'header' && one.name.toLowerCase() === String(parameter.name).toLowerCase())),
  );
}
