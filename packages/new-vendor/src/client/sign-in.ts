import { optionVariable } from '@plumbline/drift/environment';
import type { VendorClient } from '@plumbline/repository/vendor';
import type { Values } from '../fill-template.ts';
import type { Auth, Credential } from '../write-up/security.ts';
import { tokenPlace } from '../write-up/token-operation.ts';
import {
  type CredentialOption,
  definitionLines,
  endOf,
  headerCredentials,
  headerOf,
  isBearer,
  type OAuth,
  oauthCredentials,
  optionLines,
} from './sign-in-code.ts';

/** What depends on the credentials of a client: marks of the templates, and its entry in vendor.json. */
export interface SignIn {
  readonly values: Values;
  readonly client: VendorClient;
}

/** Writes the source that depends on the credentials of a client. */
export function describeSignIn(vendor: string, factory: string, auth: Auth, server: string): SignIn {
  const oauth = auth.credentials.find((one): one is OAuth => one.kind === 'clientCredentials');
  const headers = auth.credentials.filter((one) => one.kind !== 'clientCredentials');
  const optionNames = headers.map(optionNameOf);
  const options: readonly CredentialOption[] = (
    oauth ? oauthOptions : headers.map((one, at) => headerOption(one, optionNames[at] ?? ''))
  ).map((option) => ({ ...option, variable: optionVariable(vendor, option.name) }));
  const place = oauth && tokenPlace(oauth, server);
  const tokenServer = place?.server;
  const variables = options.map(({ variable }) => variable);
  const mock = Object.fromEntries(options.map(({ name }) => [name, sandboxCredential(name)]));
  const list = (texts: readonly string[]) => texts.join(', ');
  const policy = oauth ? 'clientCredentials' : isBearer(headers) ? 'bearer' : 'header';
  const sent = oauth
    ? [`authorization: 'Bearer t0ken'`]
    : headers.map((one, at) => {
        const scheme = one.kind === 'bearer' ? 'Bearer ' : '';
        return `'${headerOf(one).toLowerCase()}': '${scheme}${mock[optionNames[at] ?? '']}'`;
      });
  const ownPaths = `${factory.replace('create', '')}Paths`;
  const values = {
    policy,
    credential: options.length === 0 ? '' : 'type Credential, ',
    options: optionLines(options, oauth, tokenServer && tokenServer + place.path, auth.unsupported),
    definitions: definitionLines(options, oauth, tokenServer ? place : undefined),
    credentials: oauth
      ? oauthCredentials(tokenServer ? undefined : (place?.path ?? ''))
      : headerCredentials(headers, optionNames, auth.unsupported),
    mock: JSON.stringify(mock),
    variables: JSON.stringify(options.map(({ name, variable }) => [name, variable])),
    missing: options.length === 0 ? '' : 'missing',
    vitest: options.length === 0 ? 'expect, it' : 'afterEach, describe, expect, it, vi',
    paths: tokenServer ? ownPaths : 'paths',
    pathsType: tokenServer
      ? `\n/** The paths of the API, without that of tokens, which is on another server. */\nexport interface ${ownPaths} extends Omit<paths, '${place.path}'> {}\n`
      : '',
    pathsExport: tokenServer ? `, type ${ownPaths}` : '',
    constants: tokenServer ? `\nconst tokenPath = ${endOf(place.path)};\n` : '',
    servers: tokenServer
      ? `\n  servers: ({ tokenUrl }) => ({ '${tokenServer}': tokenUrl.replace(tokenPath, '') }),`
      : '',
    expectations: sent.length === 0 ? '' : `expect(request?.headers).toMatchObject({ ${list(sent)} });`,
    authentication: authenticationOf(factory, options, auth, oauth),
    tokenExport: oauth ? '\n  TokenError,' : '',
    secret: variables[0] ?? optionVariable(vendor, 'drift'),
  };
  const client = { factory, mock, ways: [variables], ...(place?.server && { tokenPath: place.path }) };
  return { values, client };
}

const oauthOptions: readonly Omit<CredentialOption, 'variable'>[] = [
  { name: 'clientId', says: 'The id of your OAuth 2.0 client.' },
  { name: 'clientSecret', says: 'Its secret. Keep it on a server.' },
] as const;

/** The credential that the sandbox issues for an option. */
function sandboxCredential(option: string): string {
  return `sandbox_${option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
}

/** The option for a credential, as the sandbox names it. */
function optionNameOf({ kind, scheme }: Credential): string {
  return kind === 'bearer' ? 'token' : scheme;
}

function headerOption(credential: Credential, name: string): Omit<CredentialOption, 'variable'> {
  if (credential.kind === 'bearer') {
    return { name, says: 'An access token, sent as `Authorization: Bearer`. Keep it on a server.' };
  }
  return { name, says: `Sent as the header \`${headerOf(credential)}\`. Keep it on a server.` };
}

function authenticationOf(
  factory: string,
  options: readonly CredentialOption[],
  auth: Auth,
  oauth: OAuth | undefined,
): string {
  const safety = 'Credentials are sent over `https://` only, or to loopback.';
  if (oauth) {
    return `\`${factory}({ clientId, clientSecret })\` requests its access token with the first call that needs one, and uses it for all
calls until shortly before it expires. The defaults of the options are the environment variables ${options.map(({ variable }) => `\`${variable}\``).join(' and ')}.
Keep the secret on a server. ${safety}`;
  }
  if (options.length > 0) {
    const rows = options.map(
      ({ name, says, variable }) => `- \`${name}\`: ${says} The default is the environment variable \`${variable}\`.`,
    );
    return `\`${factory}\` takes\n\n${rows.join('\n')}\n\n${safety}`;
  }
  if (auth.unsupported.length > 0) {
    return `The document asks for ${auth.unsupported.join(' and ')}, which the client does not send yet.`;
  }
  return 'The document asks for no credentials.';
}
