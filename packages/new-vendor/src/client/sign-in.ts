import { optionVariable } from '@plumbline/drift/environment';
import type { VendorClient } from '@plumbline/repository/vendor';
import type { Document } from '@plumbline/spec-tools/document/document';
import { clientSecurityOf, waysOf } from '@plumbline/spec-tools/generate/client-security';
import type { Values } from '../fill-template.ts';
import { tokenPlace } from '../write-up/token-operation.ts';
import type { WrittenUp } from '../write-up/write-up.ts';
import { type CredentialOption, type CredentialOptions, optionsFor, sandboxCredential } from './credential-options.ts';
import { expectationsOf, sentCredentials } from './sent-credentials.ts';
import { pathsElsewhere, serverCode, serverDefinitionLines, serverOptionLines } from './server-code.ts';
import { definitionLines, endOf, manyWays, type OAuth, optionLines, smallWays } from './sign-in-code.ts';
import { firstOperation } from './snippets.ts';

/** What depends on the credentials and the server of a client: marks of the templates, and its entry in vendor.json. */
export interface SignIn {
  readonly values: Values;
  readonly client: VendorClient;
  readonly credentials: readonly CredentialOptions[];
}

/** The names that `@plumbline/runtime/features` exports. */
const features = ['basic', 'cookieKey', 'parseBasic', 'queryKey', 'securitySchemes'];

/** Writes the source that depends on the credentials and the server of a client. */
export function describeSignIn(
  vendor: string,
  factory: string,
  { auth, document: written, server }: WrittenUp,
): SignIn {
  const document = written as unknown as Document;
  const credentials = optionsFor(vendor, auth.credentials);
  const oauth = auth.credentials.find((one): one is OAuth => one.kind === 'clientCredentials');
  const issued = credentials.flatMap(({ options: own }) => own);
  const options = credentials.flatMap(({ options: own, token }) => [...(token ? [token] : []), ...own]);
  const isMany = clientSecurityOf(document) !== undefined;
  const place = oauth && tokenPlace(oauth, server.url);
  const tokenServer = place?.server;
  const tokenPath = tokenServer ? undefined : place?.path;
  const { code, imports } = isMany ? manyWays(credentials, tokenPath) : smallWays(credentials, tokenPath);
  const isBasic = options.some(({ type }) => type === 'BasicCredential');
  const types = [...(isBasic ? ['type BasicCredential'] : []), 'type Client', 'type ClientOptions'];
  if (options.some(({ type }) => type === 'Credential')) types.push('type Credential');
  if (oauth) types.push('type SharedTokens', 'tokensOption');
  const used = new Set([...imports, ...(isBasic ? ['parseBasic'] : [])]);
  const names = [...types, ...[...used].filter((name) => !features.includes(name)), 'defineClient'];
  const featureNames = features.filter((name) => used.has(name));
  const elsewhere = pathsElsewhere(document);
  const ownPaths = `${factory.replace('create', '')}Paths`;
  const isElsewhere = elsewhere.length > 0;
  const lines = [...optionLines(options, oauth, tokenServer && tokenServer + place.path), ...serverOptionLines(server)];
  const definitions = [
    ...definitionLines(options, oauth, tokenServer ? place : undefined),
    ...serverDefinitionLines(server),
  ];
  const mock = Object.fromEntries(issued.map((option) => [option.name, sandboxCredential(option)]));
  const values = {
    imports: names.sort((one, other) => compare(one.replace('type ', ''), other.replace('type ', ''))).join(', '),
    featureImports:
      featureNames.length > 0 ? `import { ${featureNames.join(', ')} } from '@plumbline/runtime/features';\n` : '',
    generated: isMany ? ', security' : '',
    serverCode: serverCode(server),
    options: lines.length > 0 ? `\n  ${lines.join('\n  ')}\n` : '',
    definitions: definitions.join('\n    '),
    credentials: code,
    mock: JSON.stringify(mock),
    variables: JSON.stringify(issued.map(({ name, variable }) => [name, variable])),
    missing: issued.length === 0 ? '' : isMany ? 'optional' : 'missing',
    vitest: issued.length === 0 ? 'expect, it' : 'afterEach, describe, expect, it, vi',
    paths: isElsewhere ? ownPaths : 'paths',
    pathsType: isElsewhere
      ? `\n/** The paths of the API, without those on another server. */\nexport interface ${ownPaths} extends Omit<paths, ${elsewhere.map((path) => `'${path}'`).join(' | ')}> {}\n`
      : '',
    pathsExport: isElsewhere ? `, type ${ownPaths}` : '',
    constants: tokenServer ? `\nconst tokenPath = ${endOf(place.path)};\n` : '',
    servers: tokenServer
      ? `\n  servers: ({ tokenUrl }) => ({ '${tokenServer}': tokenUrl.replace(tokenPath, '') }),`
      : '',
    expectations: expectationsOf(sentCredentials(document, firstOperation(document), credentials, 't0ken')),
    authentication: authenticationOf(factory, options, oauth, isMany),
    basicExport: isBasic ? '\n  type BasicCredential,' : '',
    tokenExport: oauth ? '\n  TokenError,' : '',
    sharedExport: oauth ? '\n  type SharedTokens,' : '',
    secret: issued[0]?.variable ?? optionVariable(vendor, 'drift'),
  };
  const ways = waysOf(document).map((way) => variablesOf(way, credentials));
  const client = {
    factory,
    mock,
    ways: ways.length > 0 ? ways : [[]],
    ...(tokenServer && { tokenPath: place.path }),
  };
  return { values, client, credentials };
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { sensitivity: 'base' });
}

/** The environment variables of a way to authenticate. */
function variablesOf(schemes: readonly string[], credentials: readonly CredentialOptions[]): string[] {
  return credentials
    .filter(({ credential }) => schemes.includes(credential.scheme))
    .flatMap(({ options }) => options.map(({ variable }) => variable));
}

function authenticationOf(
  factory: string,
  options: readonly CredentialOption[],
  oauth: OAuth | undefined,
  isMany: boolean,
): string {
  const safety = 'Credentials are sent over `https://` only, or to loopback.';
  if (options.length === 0) return 'The document asks for no credentials that the client can send.';
  const rows = options.map(
    ({ name, says, variable }) =>
      `- \`${name}\`: ${says.replace(' Keep it on a server.', '')} The default is the environment variable \`${variable}\`.`,
  );
  const requests = oauth
    ? [
        'With `clientId` and `clientSecret`, the client requests its access token with the first call that needs one, and uses it for all calls until shortly before it expires.',
      ]
    : [];
  const each = isMany
    ? [
        'Each is optional. A call sends the first credentials that were given and that its operation accepts. It throws before it sends anything if there are none.',
      ]
    : [];
  return [`\`${factory}\` takes\n\n${rows.join('\n')}\n`, ...each, ...requests, safety].join('\n');
}
