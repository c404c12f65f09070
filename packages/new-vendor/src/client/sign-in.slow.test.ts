import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { root } from '@plumbline/repository/repository';
import { recordingFetch } from '@plumbline/runtime/testing';
import type { Document } from '@plumbline/spec-tools/document/document';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pascalCase } from '../naming.ts';
import { compilePackages } from '../prove/compile-packages.ts';
import type { Node } from '../read/source.ts';
import { writeUp } from '../write-up/write-up.ts';
import { vendorFiles } from './vendor-files.ts';
import { formatFolder, writeFiles } from './write-files.ts';

const key = (name: string) => ({ type: 'apiKey', in: 'header', name });
const oauth = (tokenUrl: string) => ({ type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } });

interface Case {
  readonly credentials: string;
  /** Names the factory: `createHeaderKey`. */
  readonly vendor: string;
  readonly schemes: Node;
  readonly options: object;
  /** The headers of the request. */
  readonly headers: object;
  /** URL and body of the token request. */
  readonly token?: readonly string[];
}

const cases: readonly Case[] = [
  {
    credentials: 'a key in a header',
    vendor: 'header-key',
    schemes: { ApiKey: key('X-Api-Key') },
    options: { apiKey: 'k3y' },
    headers: { 'x-api-key': 'k3y' },
  },
  {
    credentials: 'two keys in headers',
    vendor: 'two-keys',
    schemes: { AppId: key('X-App-Id'), AppSecret: key('X-App-Secret') },
    options: { appId: '1d', appSecret: 's3cret' },
    headers: { 'x-app-id': '1d', 'x-app-secret': 's3cret' },
  },
  {
    credentials: 'a bearer token',
    vendor: 'bearer-token',
    schemes: { Token: { type: 'http', scheme: 'bearer' } },
    options: { token: 't0ken' },
    headers: { authorization: 'Bearer t0ken' },
  },
  {
    credentials: 'OAuth 2.0 at the server of the API',
    vendor: 'own-oauth',
    schemes: { OAuth: oauth('https://api.acme.test/oauth/token') },
    options: { clientId: 'c1ient', clientSecret: 's3cret', scope: 'a b' },
    headers: { authorization: 'Bearer oauth-t0ken' },
    token: [
      'https://api.acme.test/oauth/token',
      'grant_type=client_credentials&client_id=c1ient&client_secret=s3cret&scope=a+b',
    ],
  },
  {
    credentials: 'OAuth 2.0 at another server',
    vendor: 'other-oauth',
    schemes: { OAuth: oauth('https://auth.acme.test/oauth2.0/token') },
    options: { clientId: 'c1ient', clientSecret: 's3cret' },
    headers: { authorization: 'Bearer oauth-t0ken' },
    token: [
      'https://auth.acme.test/oauth2.0/token',
      'grant_type=client_credentials&client_id=c1ient&client_secret=s3cret',
    ],
  },
  {
    credentials: 'no credentials',
    vendor: 'no-key',
    schemes: {},
    options: {},
    headers: { accept: 'application/json' },
  },
  {
    credentials: 'a user name and a password',
    vendor: 'basic-auth',
    schemes: { Basic: { type: 'http', scheme: 'basic' } },
    options: { basic: 'mary:s3cret' },
    headers: { authorization: `Basic ${btoa('mary:s3cret')}` },
  },
  {
    credentials: 'a key in a cookie',
    vendor: 'cookie-key',
    schemes: { Session: { type: 'apiKey', in: 'cookie', name: 'sid' } },
    options: { apiKey: 's1d' },
    headers: { cookie: 'sid=s1d' },
  },
  {
    credentials: 'unsupported credentials',
    vendor: 'digest-auth',
    schemes: { Digest: { type: 'http', scheme: 'digest' } },
    options: {},
    headers: {},
  },
];

/** The most lines of a client. What is more belongs in the runtime. */
const longest = 82;

let stage: string;
const documents = new Map<string, Document>();
const packageFolder = (vendor: string) => join(stage, 'packages', vendor);

// One formatter and one compiler for all cases: each takes seconds to start.
beforeAll(async () => {
  stage = mkdtempSync(join(root, '.new-vendor-'));
  for (const { vendor, schemes } of cases) {
    const names = Object.keys(schemes);
    const document = {
      openapi: '3.1.0',
      info: { title: 'Acme API' },
      servers: [{ url: 'https://api.acme.test' }],
      security: names.length > 0 ? [Object.fromEntries(names.map((name) => [name, []]))] : [],
      paths: { '/things': { get: { responses: { 200: { description: 'Good.' } } } } },
      components: { securitySchemes: schemes },
    };
    const written = writeUp(vendor, { name: 'api.yaml', document });
    documents.set(vendor, written.document as unknown as Document);
    const { files } = await vendorFiles(vendor, { name: 'api.yaml', document: {} }, written);
    writeFiles(stage, files);
  }
  await formatFolder(stage);
}, 300_000);
afterAll(() => {
  rmSync(stage, { recursive: true, force: true });
});

it('new clients compile with every kind of credentials', async () => {
  expect(await compilePackages(stage, documents)).toEqual([]);
});

it.each(cases)('a new client sends $credentials', async ({ vendor, options, headers, token = [] }) => {
  const folder = packageFolder(vendor);
  const bundle = join(folder, 'client.mjs');
  writeFileSync(bundle, await bundleProgram(`export * from './src/index.ts';`, folder));
  const { [factoryName(vendor)]: create } = await import(pathToFileURL(bundle).href);
  const fetch = recordingFetch(Response.json({ access_token: 'oauth-t0ken' }));
  await create({ ...options, fetch }).things.list();
  expect(fetch.requests.at(-1)).toMatchObject({ url: 'https://api.acme.test/things', headers });
  expect(fetch.requests.slice(0, -1).flatMap(({ url, body }) => [url, body])).toEqual(token);
  if (Object.keys(options).length > 0) expect(() => create()).toThrow(/Pass it, or set [A-Z]+_[A-Z_]+\.$/);
});

it.each(cases)('a new client with $credentials is short', ({ vendor }) => {
  const lines = readFileSync(join(packageFolder(vendor), 'src', 'client.ts'), 'utf8').split('\n').length;
  expect(lines).toBeLessThan(longest);
});

function factoryName(vendor: string): string {
  return `create${pascalCase(vendor)}`;
}
