import type { Credential } from '../write-up/read-scheme.ts';
import type { TokenPlace } from '../write-up/token-operation.ts';
import type { CredentialOption, CredentialOptions } from './credential-options.ts';

export type OAuth = Extract<Credential, { kind: 'clientCredentials' }>;

const sharesToken = 'Shares the access token with other processes: `createFleetTokens` of `@plumbline/fleet`.';

/** The interface of the options. */
export function optionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  tokenUrl: string | undefined,
): string[] {
  const line = (name: string, says: string, fallback: string, type = 'string') =>
    `/** ${says} @default ${fallback} */\n  readonly ${name}?: ${type} | undefined;`;
  return [
    ...options.map(({ name, says, type, variable }) => line(name, says, `the environment variable ${variable}`, type)),
    ...(oauth ? [line('scope', 'The scopes to request, separated by spaces.', 'none')] : []),
    ...(tokenUrl ? [line('tokenUrl', 'The token endpoint.', tokenUrl)] : []),
    ...(oauth ? [line('tokens', sharesToken, 'none', 'SharedTokens')] : []),
  ];
}

/** The options for `defineClient`. */
export function definitionLines(
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  place: TokenPlace | undefined,
): string[] {
  const lines = options.map(({ name, type, variable }) => {
    const check = type === 'BasicCredential' ? ', check: parseBasic' : '';
    return `${name}: { environment: '${variable}'${check} },`;
  });
  if (oauth) lines.push("scope: { type: 'text' },");
  if (place) {
    // A bundler drops unused literals.
    lines.push(`tokenUrl: {
      type: 'url',
      default: '${place.server}${place.path}',
      pattern: { test: tokenPath, problem: 'must end in ${place.path}.' },
    },`);
  }
  if (oauth) lines.push('tokens: tokensOption,');
  return lines;
}

/** Code, and what it uses of the runtime. */
export interface PolicyCode {
  readonly code: string;
  readonly imports: readonly string[];
}

/** The ways to authenticate of a client that needs no more than one, for `defineClient`. */
export function smallWays(credentials: readonly CredentialOptions[], tokenPath: string | undefined): PolicyCode {
  const [first] = credentials;
  if (!first) return { code: '{ required: [], policy: /* @__PURE__ */ header(() => ({})) }', imports: ['header'] };
  if (first.credential.kind === 'clientCredentials') {
    const names = tokenPath === undefined ? `'scope', 'tokenUrl', 'tokens'` : `'scope', 'tokens'`;
    const own = `{ ${oauthWay(tokenPath)}, optional: [${names}] }`;
    if (!first.token) return { code: own, imports: ['clientCredentials'] };
    // The operation of the token endpoint needs its address, also with a ready token.
    const address = tokenPath === undefined ? `, optional: ['tokenUrl']` : '';
    return { code: `${tokenWay(first.token.name, address)}, ${own}`, imports: ['bearer', 'clientCredentials'] };
  }
  const names = credentials.flatMap(({ options }) => options.map(({ name }) => name));
  const { policy, sent } = smallPolicy(credentials, names);
  const required = names.map((name) => `'${name}'`).join(', ');
  const code = `{ required: [${required}], policy: /* @__PURE__ */ ${policy}(({ ${names.join(', ')} }) => ${sent}) }`;
  return { code, imports: [policy] };
}

function smallPolicy(credentials: readonly CredentialOptions[], [name = '']: readonly string[]) {
  const record = (entries: readonly string[]) => `({ ${entries.join(', ')} })`;
  const [{ credential } = { credential: undefined }] = credentials;
  if (credential?.kind === 'bearer' || credential?.kind === 'basic') return { policy: credential.kind, sent: name };
  if (credential?.kind === 'http') {
    return {
      policy: 'header',
      sent: record([`Authorization: \`${credential.name.replaceAll('`', '')} \${${name}}\``]),
    };
  }
  const policies = { header: 'header', query: 'queryKey', cookie: 'cookieKey' };
  const entries = credentials.flatMap(({ credential: one, options: [option] }) =>
    one.kind === 'key' ? [`${JSON.stringify(one.name)}: ${option?.name}`] : [],
  );
  return { policy: policies[credential?.kind === 'key' ? credential.in : 'header'], sent: record(entries) };
}

/** The one way of a client with `securitySchemes`, for `defineClient`: every credential is optional. */
export function manyWays(credentials: readonly CredentialOptions[], tokenPath: string | undefined): PolicyCode {
  const imports = ['securitySchemes'];
  const definitions = credentials.flatMap(({ credential: { kind, scheme }, options }) => {
    const [option] = options;
    if (kind === 'clientCredentials') {
      imports.push('clientCredentials');
      return [`${scheme}: { ${oauthWay(tokenPath)} }`];
    }
    if (!option || option.name === scheme) return [];
    imports.push('bearer');
    return [`${scheme}: ${tokenWay(option.name)}`];
  });
  const names = credentials.flatMap(({ options, token }) => [...(token ? [token] : []), ...options]);
  const isOAuth = credentials.some(({ credential }) => credential.kind === 'clientCredentials');
  const optional = [
    ...names.map(({ name }) => name),
    ...(isOAuth ? ['scope', ...(tokenPath === undefined ? ['tokenUrl'] : []), 'tokens'] : []),
  ].map((name) => `'${name}'`);
  const given = definitions.length > 0 ? `, { ${definitions.join(', ')} }` : '';
  const code = `{ required: [], optional: [${optional.join(', ')}], policy: /* @__PURE__ */ securitySchemes(security${given}) }`;
  return { code, imports };
}

function tokenWay(name: string, more = ''): string {
  return `{ required: ['${name}']${more}, policy: /* @__PURE__ */ bearer(({ ${name} }) => ${name}) }`;
}

/**
 * The credentials of OAuth 2.0.
 *
 * @param tokenPath The path of the token endpoint; undefined when it is on another server than the API.
 */
function oauthWay(tokenPath: string | undefined): string {
  const names = ['clientId', 'clientSecret', ...(tokenPath === undefined ? ['tokenUrl'] : [])];
  return `
      required: ['clientId', 'clientSecret'],
      policy: /* @__PURE__ */ clientCredentials(({ ${names.join(', ')}, scope, tokens }${tokenPath === undefined ? '' : ', baseUrl'}) => ({
          ${tokenPath === undefined ? 'tokenUrl' : `tokenUrl: \`\${baseUrl}${tokenPath}\``},
          parameters: {
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
            ...(scope !== undefined && { scope }),
          },
          tokens,
        }))`;
}

/** The source of a regular expression that matches the end of an address. */
export function endOf(path: string): string {
  return String(new RegExp(`${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
}
