import { optionVariable } from '../drift/access.ts';
import type { VendorClient } from '../vendor.ts';
import type { Values } from './fill-template.ts';
import type { Auth, Credential } from './security.ts';
import { tokenPlace } from './token-operation.ts';

/** An option of a factory that takes a credential. */
interface CredentialOption {
  readonly name: string;
  readonly says: string;
  /** What a mock is content with. */
  readonly mock: string;
}

/** What of a client depends on how it signs in: the marks of its templates, and how a mock and drift make it. */
export interface ClientParts {
  readonly values: Values;
  readonly client: VendorClient;
}

type OAuth = Extract<Credential, { kind: 'clientCredentials' }>;

/** Works out how a client signs in, in the words of its source. */
export function clientParts(vendor: string, factory: string, auth: Auth, server: string): ClientParts {
  const oauth = auth.credentials.find((one): one is OAuth => one.kind === 'clientCredentials');
  const headers = auth.credentials.filter((one) => one.kind !== 'clientCredentials');
  const optionNames = headers.map((one) => optionNameOf(one, headers));
  const options: readonly CredentialOption[] = oauth
    ? oauthOptions
    : headers.map((one, at) => headerOption(one, optionNames[at] ?? ''));
  const place = oauth && tokenPlace(oauth, server);
  const variables = options.map(({ name }) => optionVariable(vendor, name));
  const mock = Object.fromEntries(options.map((option) => [option.name, option.mock]));
  const names = [
    ...options.map(({ name }) => name),
    ...(place?.server ? ['tokenUrl'] : []),
    ...(oauth ? ['scope'] : []),
  ];
  const list = (texts: readonly string[]) => texts.join(', ');
  const imports = [...(options.length > 0 ? ['checkCredential'] : []), oauth ? 'clientCredentials' : 'header'];
  const values = {
    imports: imports.map((name) => `\n  ${name},`).join('') + (place?.server ? '\n  PlumblineError,' : ''),
    options: optionLines(options, oauth, place?.server, place?.path, auth.unsupported),
    optional: options.length === 0 ? ' = {}' : '',
    optionNames: list(names.map((name) => `'${name}'`)),
    optionList: options.length === 0 ? '' : `{ ${list(options.map(({ name }) => name))} }`,
    environment:
      options.length === 0
        ? ''
        : `const { ${list(options.map(({ name }, at) => `${variables[at]}: ${name} = ''`))} } = process.env;\n`,
    mock: JSON.stringify(mock),
    missing: options.length === 0 ? '' : 'missing',
    paths: place?.server ? `Omit<paths, '${place.path}'>` : 'paths',
    constants: place?.server ? `\nconst tokenServer = '${place.server}';\nconst tokenPath = '${place.path}';\n` : '',
    servers: place?.server ? '\n      servers: { [tokenServer]: tokenUrl.slice(0, -tokenPath.length) },' : '',
    statements: place?.server ? tokenStatements : '',
    auth: oauth
      ? oauthAuth(place?.server ? 'tokenUrl' : `tokenUrl: \`\${baseUrl}${place?.path}\``)
      : headerAuth(headers, optionNames, auth.unsupported),
    expectations: oauth
      ? "expect(request?.headers.get('Authorization')).toBe('Bearer t0ken');"
      : headers
          .map(
            (one, at) =>
              `expect(request?.headers.get('${headerOf(one)}')).toBe('${one.kind === 'bearer' ? 'Bearer ' : ''}${mock[optionNames[at] ?? '']}');`,
          )
          .join('\n  '),
    authentication: authenticationOf(factory, options, auth, oauth),
    tokenExport: oauth ? '\n  TokenError,' : '',
    tokenError: oauth
      ? '| `TokenError` | The token endpoint refused the credentials, failed, or gave no usable token. |\n'
      : '',
    secret: variables[0] ?? optionVariable(vendor, 'drift'),
  };
  const client = { factory, mock, ways: [variables], ...(place?.server && { tokenPath: place.path }) };
  return { values, client };
}

const oauthOptions: readonly CredentialOption[] = [
  { name: 'clientId', says: 'The id of your OAuth 2.0 client.', mock: 'demo-client' },
  { name: 'clientSecret', says: 'Its secret. Keep it on a server.', mock: 'demo-secret' },
] as const;

const taken = [
  'baseUrl',
  'fetch',
  'timeout',
  'deadline',
  'retry',
  'rateLimit',
  'headers',
  'policies',
  'observe',
  'clock',
];

/** One credential is called what it is; of several each is called as its scheme. */
function optionNameOf({ kind, scheme }: Credential, all: readonly Credential[]): string {
  if (all.length > 1) return taken.includes(scheme) ? `${scheme}Key` : scheme;
  return kind === 'bearer' ? 'accessToken' : 'apiKey';
}

function headerOption(credential: Credential, name: string): CredentialOption {
  if (credential.kind === 'bearer') {
    return { name, says: 'An access token, sent as `Authorization: Bearer`. Keep it on a server.', mock: 'demo-token' };
  }
  return { name, says: `Sent as the header \`${headerOf(credential)}\`. Keep it on a server.`, mock: 'demo-key' };
}

function headerOf(credential: Credential): string {
  return credential.kind === 'header' ? credential.header : 'Authorization';
}

function optionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  tokenServer: string | undefined,
  tokenPath: string | undefined,
  unsupported: readonly string[],
): string {
  const lines = options.map(({ name, says }) => `/** ${says} */\n  readonly ${name}: string;`);
  if (oauth)
    lines.push('/** The scopes to ask for, separated by spaces. Defaults to none. */\n  readonly scope?: string;');
  if (tokenServer)
    lines.push(`/** The token endpoint. Defaults to \`${tokenServer}${tokenPath}\`. */\n  readonly tokenUrl?: string;`);
  if (unsupported.length > 0) lines.push(`// Left for you: the credentials, for ${unsupported.join(' and ')}.`);
  return lines.length > 0 ? `\n  ${lines.join('\n  ')}\n` : '';
}

const tokenStatements = `
  const { allowInsecureRequests } = options;
  const tokenUrl = checkUrl(factory, 'tokenUrl', options.tokenUrl ?? tokenServer + tokenPath, allowInsecureRequests);
  if (!tokenUrl.endsWith(tokenPath)) throw new PlumblineError(\`\${factory}: \\\`tokenUrl\\\` must end in \${tokenPath}.\`);`;

function oauthAuth(tokenUrl: string): string {
  return `clientCredentials(
        {
          ${tokenUrl},
          parameters: {
            grant_type: 'client_credentials',
            client_id: checkCredential(factory, 'clientId', options.clientId),
            client_secret: checkCredential(factory, 'clientSecret', options.clientSecret),
            ...(options.scope !== undefined && { scope: checkCredential(factory, 'scope', options.scope) }),
          },
        },
        context,
      )`;
}

function headerAuth(
  credentials: readonly Credential[],
  names: readonly string[],
  unsupported: readonly string[],
): string {
  if (credentials.length === 0 && unsupported.length === 0) return 'header({})';
  if (credentials.length === 0) {
    return `// Left for you: the document asks for ${unsupported.join(' and ')}. Nothing is sent for it yet.\n      header({})`;
  }
  const lines = credentials.map((one, at) => {
    const value = `checkCredential(factory, '${names[at]}', options.${names[at]})`;
    return `'${headerOf(one)}': ${one.kind === 'bearer' ? `\`Bearer \${${value}}\`` : value},`;
  });
  return `header({\n        ${lines.join('\n        ')}\n      })`;
}

function authenticationOf(
  factory: string,
  options: readonly CredentialOption[],
  auth: Auth,
  oauth: OAuth | undefined,
): string {
  if (oauth) {
    return `\`${factory}({ clientId, clientSecret })\` gets its access token by itself, with the first call that needs one. One token serves all
calls until shortly before it expires. Keep the secret on a server.`;
  }
  if (options.length > 0) {
    const rows = options.map(({ name, says }) => `- \`${name}\`: ${says}`);
    return `\`${factory}\` takes\n\n${rows.join('\n')}\n\nCredentials are sent over \`https://\` only, or to loopback.`;
  }
  if (auth.unsupported.length > 0) {
    return `The document asks for ${auth.unsupported.join(' and ')}, which this client does not send yet.`;
  }
  return 'The document asks for no credentials.';
}
