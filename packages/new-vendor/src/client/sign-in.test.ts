import { createSandbox } from '@plumbline/sandbox';
import { expect, it } from 'vitest';
import type { Node } from '../read/source.ts';
import { writeUp } from '../write-up/write-up.ts';
import { describeSignIn } from './sign-in.ts';

const key = (place: string, name: string) => ({ type: 'apiKey', in: place, name });
const tokenUrl = 'https://login.test/token';
const oauth = { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes: { read: 'Read' } } } };

it.each<[credentials: string, schemes: Node, issued: object]>([
  ['a key in a header', { ApiKeyAuth: key('header', 'X-Key') }, { apiKey: 'sandbox_api_key' }],
  [
    'two keys in headers',
    { AppId: key('header', 'X-App-Id'), Retry: key('header', 'X-Retry') },
    { appId: 'sandbox_app_id', retryKey: 'sandbox_retry_key' },
  ],
  [
    'two keys of almost the same name',
    { key1: key('header', 'X-One'), key2: key('header', 'X-Two') },
    { key1: 'sandbox_key1', key2: 'sandbox_key2' },
  ],
  ['a bearer token', { Login: { type: 'http', scheme: 'Bearer' } }, { token: 'sandbox_token' }],
  ['a token of another flow', { Login: { type: 'oauth2', flows: {} } }, { token: 'sandbox_token' }],
  ['client credentials', { OAuth: oauth }, { clientId: 'sandbox_client_id', clientSecret: 'sandbox_client_secret' }],
  ['a key in the query', { Key: key('query', 'key') }, { apiKey: 'sandbox_api_key' }],
  ['a key in a cookie', { Key: key('cookie', 'key') }, { apiKey: 'sandbox_api_key' }],
  ['a raw key in Authorization', { Key: key('header', 'Authorization') }, { apiKey: 'sandbox_api_key' }],
  [
    'a user name and a password',
    { Login: { type: 'http', scheme: 'basic' } },
    { basic: 'sandbox_username:sandbox_password' },
  ],
  ['another HTTP scheme', { Login: { type: 'http', scheme: 'Token' } }, { login: 'sandbox_login' }],
  ['OpenID Connect', { Login: { type: 'openIdConnect' } }, { token: 'sandbox_token' }],
  [
    'keys, a password and a token together',
    {
      Key: key('query', 'key'),
      Login: { type: 'http', scheme: 'basic' },
      User: { type: 'http', scheme: 'bearer' },
      OAuth: oauth,
    },
    {
      key: 'sandbox_key',
      login: 'sandbox_username:sandbox_password',
      user: 'sandbox_user',
      clientId: 'sandbox_client_id',
      clientSecret: 'sandbox_client_secret',
    },
  ],
  ['a digest, which clients do not send', { Login: { type: 'http', scheme: 'digest' } }, {}],
  ['no credentials', {}, {}],
])('a new client takes the credentials that its sandbox issues: %s', (_, schemes, issued) => {
  const names = Object.keys(schemes);
  const document = {
    openapi: '3.1.0',
    info: { title: 'Acme API' },
    servers: [{ url: 'https://api.acme.test' }],
    security: names.length > 0 ? [Object.fromEntries(names.map((name) => [name, []]))] : [],
    paths: { '/things': { get: { responses: { 200: { description: 'Good.' } } } } },
    components: { securitySchemes: schemes },
  };
  const written = writeUp('acme', { name: 'api.yaml', document });
  const { client } = describeSignIn('acme', 'createAcme', written);
  expect(client.mock).toEqual(issued);
  expect(createSandbox(written.document).credentials).toEqual(issued);
});
