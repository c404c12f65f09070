import type { Credential } from '../write-up/security.ts';
import type { TokenPlace } from '../write-up/token-operation.ts';

export type OAuth = Extract<Credential, { kind: 'clientCredentials' }>;

/** An option of a factory that takes a credential. */
export interface CredentialOption {
  readonly name: string;
  readonly says: string;
  /** The environment variable with its default. */
  readonly variable: string;
}

/** Whether a client sends a bearer token. It sends no other credential then. */
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
  const line = (name: string, says: string, fallback: string, type = 'string') =>
    `/** ${says} @default ${fallback} */\n  readonly ${name}?: ${type} | undefined;`;
  const lines = options.map(({ name, says, variable }) =>
    line(name, says, `the environment variable ${variable}`, 'Credential'),
  );
  if (oauth) lines.push(line('scope', 'The scopes to request, separated by spaces.', 'none'));
  if (tokenUrl) lines.push(line('tokenUrl', 'The token endpoint.', tokenUrl));
  if (unsupported.length > 0) lines.push(`// To do: the credentials, for ${unsupported.join(' and ')}.`);
  return lines.length > 0 ? `\n  ${lines.join('\n  ')}\n` : '';
}

/** The options for `defineClient`. */
export function definitionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  place: TokenPlace | undefined,
): string {
  const lines = options.map(({ name, variable }) => `${name}: { environment: '${variable}' },`);
  if (oauth) lines.push("scope: { type: 'text' },");
  if (place) {
    // A bundler drops unused literals.
    lines.push(`tokenUrl: {
      type: 'url',
      default: '${place.server}${place.path}',
      pattern: { test: tokenPath, problem: 'must end in ${place.path}.' },
    },`);
  }
  return lines.join('\n    ');
}

/**
 * The credentials of OAuth 2.0 for `defineClient`.
 *
 * @param tokenPath The path of the token endpoint; undefined when it is on another server than the API.
 */
export function oauthCredentials(tokenPath: string | undefined): string {
  const names = ['clientId', 'clientSecret', ...(tokenPath === undefined ? ['tokenUrl'] : [])];
  return `
    {
      required: [${names.map((name) => `'${name}'`).join(', ')}],
      optional: ['scope'],
      policy: /* @__PURE__ */ clientCredentials(({ ${names.join(', ')}, scope }${tokenPath === undefined ? '' : ', baseUrl'}) => ({
          ${tokenPath === undefined ? 'tokenUrl' : `tokenUrl: \`\${baseUrl}${tokenPath}\``},
          parameters: {
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
            ...(scope !== undefined && { scope }),
          },
        })),
    },
  `;
}

/** The credentials that are headers, for `defineClient`. */
export function headerCredentials(
  credentials: readonly Credential[],
  names: readonly string[],
  unsupported: readonly string[],
): string {
  const none = '{ required: [], policy: /* @__PURE__ */ header(() => ({})) }';
  if (credentials.length === 0 && unsupported.length === 0) return none;
  if (credentials.length === 0) {
    return `\n    // To do: the document asks for ${unsupported.join(' and ')}. The client does not send it yet.\n    ${none},\n  `;
  }
  const sent = isBearer(credentials)
    ? names[0]
    : `({ ${credentials.map((one, at) => `'${headerOf(one)}': ${names[at]}`).join(', ')} })`;
  const policy = `${isBearer(credentials) ? 'bearer' : 'header'}(({ ${names.join(', ')} }) => ${sent})`;
  return `{ required: [${names.map((name) => `'${name}'`).join(', ')}], policy: /* @__PURE__ */ ${policy} }`;
}

/** The source of a regular expression that matches the end of an address. */
export function endOf(path: string): string {
  return String(new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
}

/** The header that carries a credential. */
export function headerOf(credential: Credential): string {
  return credential.kind === 'header' ? credential.header : 'Authorization';
}
