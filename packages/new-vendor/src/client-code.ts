/** What of a client's source depends on how it signs in. */
import type { Credential } from './security.ts';
import type { TokenPlace } from './token-operation.ts';

export type OAuth = Extract<Credential, { kind: 'clientCredentials' }>;

/** An option of a factory that takes a credential. */
export interface CredentialOption {
  readonly name: string;
  readonly says: string;
  /** What a mock is content with. */
  readonly mock: string;
  /** The environment variable that it is read from where it is not given. */
  readonly variable: string;
}

/** Whether a client sends a bearer token, which goes with no other credential. */
export function isBearer(headers: readonly Credential[]): boolean {
  return headers[0]?.kind === 'bearer';
}

/** The interface of the options. */
export function optionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  tokenUrl: string | undefined,
  unsupported: readonly string[],
): string {
  const line = (name: string, says: string, fallback: string) =>
    `/** ${says} @default ${fallback} */\n  readonly ${name}?: string | undefined;`;
  const lines = options.map(({ name, says, variable }) => line(name, says, `${variable} of the environment`));
  if (oauth) lines.push(line('scope', 'The scopes to ask for, separated by spaces.', 'none'));
  if (tokenUrl) lines.push(line('tokenUrl', 'The token endpoint.', tokenUrl));
  if (unsupported.length > 0) lines.push(`// Left for you: the credentials, for ${unsupported.join(' and ')}.`);
  return lines.length > 0 ? `\n  ${lines.join('\n  ')}\n` : '';
}

/** The options as \`defineClient\` takes them. */
export function definitionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  place: TokenPlace | undefined,
): string {
  const lines = options.map(({ name, variable }) => `${name}: { environment: '${variable}' },`);
  if (oauth) lines.push('scope: {},');
  if (place) {
    // Literals: a bundler leaves them out where they are not used.
    lines.push(`tokenUrl: {
      type: 'url',
      default: '${place.server}${place.path}',
      pattern: { test: tokenPath, problem: 'must end in ${place.path}.' },
    },`);
  }
  return lines.join('\n    ');
}

/**
 * The way to authenticate by OAuth 2.0.
 *
 * @param tokenPath Where the server of the API gives tokens; undefined where another server does.
 */
export function oauthCredentials(tokenPath: string | undefined): string {
  const names = ['clientId', 'clientSecret', ...(tokenPath === undefined ? ['tokenUrl'] : [])];
  return `
    {
      required: [${names.map((name) => `'${name}'`).join(', ')}],
      optional: ['scope'],
      policy: ({ ${names.join(', ')}, scope }${tokenPath === undefined ? '' : ', baseUrl'}) =>
        clientCredentials({
          ${tokenPath === undefined ? 'tokenUrl' : `tokenUrl: \`\${baseUrl}${tokenPath}\``},
          parameters: {
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
            ...(scope !== undefined && { scope }),
          },
        }),
    },
  `;
}

/** The way to authenticate by headers. */
export function headerCredentials(
  credentials: readonly Credential[],
  names: readonly string[],
  unsupported: readonly string[],
): string {
  const none = '{ required: [], policy: () => header({}) }';
  if (credentials.length === 0 && unsupported.length === 0) return none;
  if (credentials.length === 0) {
    return `\n    // Left for you: the document asks for ${unsupported.join(' and ')}. Nothing is sent for it yet.\n    ${none},\n  `;
  }
  const sent = isBearer(credentials)
    ? `bearer(${names[0]})`
    : `header({ ${credentials.map((one, at) => `'${headerOf(one)}': ${names[at]}`).join(', ')} })`;
  return `{ required: [${names.map((name) => `'${name}'`).join(', ')}], policy: ({ ${names.join(', ')} }) => ${sent} }`;
}

/** The regular expression of what an address ends in, as source. */
export function endOf(path: string): string {
  return String(new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
}

/** The header that a credential is sent as. */
export function headerOf(credential: Credential): string {
  return credential.kind === 'header' ? credential.header : 'Authorization';
}
