import { camelCase, splitWords, untaken } from '../naming.ts';
import { type Notes, UnsupportedOperation } from '../notes.ts';
import { follow, type Node, type Source } from '../read/source.ts';

/**
 * A credential that a client sends. The name of its security scheme in the spec is that of the client's option, except for tokens: the
 * sandbox issues credentials by the same rule.
 */
export type Credential =
  | { readonly kind: 'header'; readonly scheme: string; readonly header: string }
  | { readonly kind: 'bearer'; readonly scheme: string }
  | { readonly kind: 'clientCredentials'; readonly scheme: string; readonly tokenUrl: string; readonly scopes: Node };

/** The authentication of a client. */
export interface Auth {
  /** All of them are sent. Empty when the document asks for none or for unsupported ones. */
  readonly credentials: readonly Credential[];
  /** Descriptions of the unsupported credentials of the document. */
  readonly unsupported: readonly string[];
  /** The `security` of an operation in the spec. */
  readonly securityOf: (operation: Node) => Node[];
}

type Requirement = Readonly<Record<string, string[]>>;

/** Chooses the credentials that most operations accept: keys in headers, a bearer token, or OAuth 2.0 client credentials. */
export function chooseAuth(source: Source, operations: readonly Node[], notes: Notes): Auth {
  const schemes: Node = source.document.components?.securitySchemes ?? {};
  const alternativesOf = (operation: Node): Requirement[] => operation.security ?? source.document.security ?? [];
  const read = new Map(
    Object.entries<Node>(schemes).map(([name, scheme]) => [name, readScheme(source, name, follow(source, scheme))]),
  );
  const isSendable = (requirement: Requirement) => {
    const kinds = Object.keys(requirement).map((name) => Object(read.get(name)).kind);
    const tokens = kinds.filter((kind) => kind !== 'header');
    return kinds.length > 0 && kinds.every(Boolean) && (tokens.length === 0 || kinds.length === 1);
  };
  const counts = new Map<string, number>();
  for (const requirement of operations.flatMap(alternativesOf).filter(isSendable)) {
    const key = JSON.stringify(Object.keys(requirement).sort());
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [best] = [...counts].sort((one, other) => other[1] - one[1]);
  const chosen: string[] = best ? JSON.parse(best[0]) : [];
  const credentials = nameSchemes(chosen.map((name) => read.get(name) as Credential));
  const credentialOf = new Map(chosen.map((name, index) => [name, credentials[index] as Credential]));
  const wanted = new Set(operations.flatMap(alternativesOf).flatMap(Object.keys));
  const unsupported = [...wanted].flatMap((name) => {
    const one = read.get(name);
    return typeof one === 'string' ? [`\`${plain(name)}\` (${one})`] : [];
  });
  if (chosen.length === 0 && unsupported.length > 0) {
    notes.leftForYou.push(
      `The document asks for ${unsupported.join(' and ')}, which clients do not send yet. The operations have \`security: []\`; \`src/client.ts\` marks the place for it.`,
    );
  }

  const securityOf = (operation: Node): Node[] => {
    const alternatives = alternativesOf(operation);
    if (alternatives.length === 0 || chosen.length === 0) return [];
    const kept = alternatives.filter((requirement) => Object.keys(requirement).every((name) => chosen.includes(name)));
    if (kept.length === 0) {
      const needed = alternatives.map((requirement) => Object.keys(requirement).join(' and ')).join(', or ');
      throw new UnsupportedOperation(`It needs the credentials ${needed}; the client sends ${chosen.join(' and ')}.`);
    }
    const written = kept.map((requirement) =>
      Object.fromEntries(
        Object.entries(requirement).map(([name, scopes]) => {
          const credential = credentialOf.get(name) as Credential;
          return [credential.scheme, credential.kind === 'clientCredentials' ? scopes : []];
        }),
      ),
    );
    return [...new Map(written.map((one) => [JSON.stringify(one), one])).values()];
  };
  return { credentials, unsupported: chosen.length > 0 ? [] : unsupported, securityOf };
}

/** The options of every client. */
const options = [
  ...['baseUrl', 'fetch', 'timeout', 'deadline', 'retry', 'rateLimit', 'headers', 'policies', 'observe', 'clock'],
  ...['transport', 'allowInsecureRequests'],
];

/** Gives the schemes names that can be options. A single key is `apiKey`. */
function nameSchemes(credentials: readonly Credential[]): Credential[] {
  const taken = new Set<string>();
  return credentials.map((credential) => {
    const { kind, scheme: given } = credential;
    const wanted = options.includes(given) ? `${given}Key` : given;
    const isOnlyKey = kind === 'header' && credentials.length === 1;
    const scheme = isOnlyKey ? 'apiKey' : untaken(wanted, (name) => taken.has(name));
    taken.add(scheme);
    return { ...credential, scheme };
  });
}

/** Makes a text of the document safe for source code. */
function plain(word: unknown): string {
  return String(word).replace(/[^\w .-]/g, '');
}

/** Whether an address is safe in source code, between quotes. */
export function isPlainAddress(address: string): boolean {
  return /^[\w.:/~%-]+$/.test(address);
}

/** Reads a scheme as a credential, or describes why it is unsupported. */
function readScheme({ document }: Source, name: string, scheme: Node): Credential | string {
  const written = camelCase(splitWords(name)) || 'key';
  const { type, in: place, scheme: http, flows } = scheme;
  if (type === 'apiKey') {
    if (place !== 'header') return `a key in a ${plain(place)}`;
    if (!/^[\w-]+$/.test(scheme.name)) return 'a key in a header with an invalid name';
    if (/^authorization$/i.test(scheme.name)) return 'a key in the header Authorization without `Bearer`';
    return { kind: 'header', scheme: written, header: scheme.name };
  }
  if (type === 'http') {
    return String(http).toLowerCase() === 'bearer' ? { kind: 'bearer', scheme: written } : `HTTP ${plain(http)}`;
  }
  const tokenUrl = flows?.clientCredentials?.tokenUrl;
  if (type === 'oauth2' && typeof tokenUrl === 'string') {
    const url = URL.parse(tokenUrl, String(document.servers?.[0]?.url ?? '').replace(/\/?$/, '/'));
    // Without a usable address the caller has to pass the token.
    if (url?.protocol === 'https:' && isPlainAddress(url.href)) {
      const scopes = flows.clientCredentials.scopes ?? {};
      return { kind: 'clientCredentials', scheme: written, tokenUrl: url.href, scopes };
    }
  }
  return type === 'oauth2' || type === 'openIdConnect' ? { kind: 'bearer', scheme: written } : plain(type);
}

/** The security schemes of the spec. */
export function securitySchemes(source: string, credentials: readonly Credential[]): Node {
  const entries = credentials.map((credential) => {
    const about = {
      'x-evidence': {
        level: 'unknown',
        source: `${source} §components/securitySchemes`,
        note: 'Converted without review.',
      },
    };
    if (credential.kind === 'header')
      return [credential.scheme, { type: 'apiKey', in: 'header', name: credential.header, ...about }];
    if (credential.kind === 'bearer') return [credential.scheme, { type: 'http', scheme: 'bearer', ...about }];
    const { tokenUrl, scopes } = credential;
    return [credential.scheme, { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes } }, ...about }];
  });
  return Object.fromEntries(entries);
}
