import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { root } from '@plumbline/repository/repository';
import { recordingFetch } from '@plumbline/runtime/testing';
import type { Document } from '@plumbline/spec-tools/document/document';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFolder } from './format-code.ts';
import { compilePackage, writeFiles } from './prove.ts';
import type { Node } from './source.ts';
import { vendorFiles } from './vendor-files.ts';
import { writeUp } from './write-up.ts';

let stage: string;
beforeAll(() => {
  stage = mkdtempSync(join(root, '.new-vendor-'));
});
afterAll(() => {
  rmSync(stage, { recursive: true, force: true });
});

const key = (name: string) => ({ type: 'apiKey', in: 'header', name });
const oauth = (tokenUrl: string) => ({ type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: {} } } });

const cases: [what: string, schemes: Node, options: object, headers: object, tokens?: string[]][] = [
  ['a key in a header', { ApiKey: key('X-Api-Key') }, { apiKey: 'k3y' }, { 'x-api-key': 'k3y' }],
  [
    'two keys in headers',
    { AppId: key('X-App-Id'), AppSecret: key('X-App-Secret') },
    { appId: '1d', appSecret: 's3cret' },
    { 'x-app-id': '1d', 'x-app-secret': 's3cret' },
  ],
  [
    'a bearer token',
    { Token: { type: 'http', scheme: 'bearer' } },
    { accessToken: 't0ken' },
    { authorization: 'Bearer t0ken' },
  ],
  [
    'OAuth 2.0 at the server of the API',
    { OAuth: oauth('https://api.acme.test/oauth/token') },
    { clientId: 'c1ient', clientSecret: 's3cret', scope: 'a b' },
    { authorization: 'Bearer oauth-t0ken' },
    [
      'https://api.acme.test/oauth/token',
      'grant_type=client_credentials&client_id=c1ient&client_secret=s3cret&scope=a+b',
    ],
  ],
  [
    'OAuth 2.0 at another server',
    { OAuth: oauth('https://auth.acme.test/oauth2.0/token') },
    { clientId: 'c1ient', clientSecret: 's3cret' },
    { authorization: 'Bearer oauth-t0ken' },
    ['https://auth.acme.test/oauth2.0/token', 'grant_type=client_credentials&client_id=c1ient&client_secret=s3cret'],
  ],
  ['no credentials', {}, {}, { accept: 'application/json' }],
  ['credentials that no client sends yet', { Basic: { type: 'http', scheme: 'basic' } }, {}, {}],
];

/** How many lines a client may have at most: what is more belongs into the runtime. */
const longest = 70;

describe('a new client of an API that asks for', () => {
  it.each(cases)(
    '%s compiles and sends them',
    async (_, schemes, options, headers, tokenRequest = []) => {
      const written = writeUp('acme', {
        name: 'api.yaml',
        document: {
          openapi: '3.1.0',
          info: { title: 'Acme API' },
          servers: [{ url: 'https://api.acme.test' }],
          security:
            Object.keys(schemes).length > 0 ? [Object.fromEntries(Object.keys(schemes).map((name) => [name, []]))] : [],
          paths: { '/things': { get: { responses: { 200: { description: 'Good.' } } } } },
          components: { securitySchemes: schemes },
        },
      });
      const { files } = await vendorFiles('acme', { name: 'api.yaml', document: {} }, written);
      const folder = mkdtempSync(join(stage, 'case-'));
      writeFiles(folder, files);
      formatFolder(folder);
      const place = join(folder, 'packages', 'acme');
      expect(compilePackage('acme', place, written.document as unknown as Document)).toEqual([]);

      expect(readFileSync(join(place, 'src', 'client.ts'), 'utf8').split('\n').length).toBeLessThan(longest);

      const bundle = join(place, 'client.mjs');
      writeFileSync(bundle, await bundleProgram(`export * from './src/index.ts';`, place));
      const { createAcme } = await import(pathToFileURL(bundle).href);
      const fetch = recordingFetch(Response.json({ access_token: 'oauth-t0ken' }));
      await createAcme({ ...options, fetch }).things.list();
      expect(fetch.requests.at(-1)).toMatchObject({ url: 'https://api.acme.test/things', headers });
      expect(fetch.requests.slice(0, -1).flatMap(({ url, body }) => [url, body])).toEqual(tokenRequest);
      if (Object.keys(options).length > 0) expect(() => createAcme()).toThrow(/Pass it, or set ACME_[A-Z_]+\.$/);
    },
    60_000,
  );
});
