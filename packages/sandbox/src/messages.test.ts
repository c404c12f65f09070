/** What goes wrong in a test says what happened, to what, and what to do. */
import magicbell from '@plumbline/spec-magicbell/sandbox';
import magnetiq from '@plumbline/spec-magnetiq/sandbox';
import { expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import type { SandboxOptions } from './sandbox.ts';
import { SandboxError } from './sandbox-error.ts';

const credentials = { 'x-magicbell-api-key': 'sandbox_api_key', 'x-magicbell-api-secret': 'sandbox_api_secret' };

it('a 404 names what the path asks for', async () => {
  const vendor = createSandbox(magicbell);
  const send = async (method: string, path: string) => {
    const response = await vendor.fetch(`https://api.magicbell.com${path}`, { method, headers: credentials });
    return [response.status, JSON.parse(await response.text()).errors[0].message];
  };
  expect(await send('DELETE', '/users/email:mary@example.com')).toEqual([
    404,
    'There is no user with user_id "email:mary@example.com".',
  ]);
  expect(await send('GET', '/imports/7')).toEqual([404, 'There is no import with import_id "7".']);
  expect(await send('GET', '/broadcasts/7/notifications')).toEqual([
    404,
    'There is no broadcast with broadcast_id "7".',
  ]);
});

it('a 404 names each value that an item must have to be shown', async () => {
  const content = { 'application/json': { schema: { type: 'object' } } };
  const vendor = createSandbox({
    openapi: '3.1.1',
    paths: {
      '/audiences/{id}': {
        get: {
          'x-effect': { view: 'audience', one: true, where: { slug: '$request.path.id', owner: '$request.query.of' } },
          parameters: [{ name: 'of', in: 'query', schema: { type: 'string' } }],
          responses: { 200: { content } },
        },
      },
    },
    'x-resources': { audience: { keys: ['slug'] } },
  });
  vendor.resources.audience?.add({ slug: 'buyers' });
  const response = await vendor.fetch('https://api.example/audiences/buyers?of=acme');
  expect(await response.json()).toEqual({ message: 'There is no audience with slug "buyers" and owner "acme".' });
});

it.each([
  [{ strict: true }, "createSandbox: strict is true. Pass 'documented'."],
  [{ strict: 'inferred' }, "createSandbox: strict is inferred. Pass 'documented'."],
  [{ clock: {} }, 'createSandbox: the clock lacks `date` or `after`. Pass the clock of the client.'],
  [{ seed: 'one' }, 'createSandbox: seed is one. Pass a number.'],
  [{ seed: Number.NaN }, 'createSandbox: seed is NaN. Pass a number.'],
  [
    { rateLimits: [{ requests: 10 }] },
    'rateLimits: a limit is `{ requests, seconds }`, such as `{ requests: 10, seconds: 60 }`.',
  ],
  [
    { rateLimits: { requests: 10, seconds: 60 } },
    'rateLimits: a limit is `{ requests, seconds }`, such as `{ requests: 10, seconds: 60 }`.',
  ],
  [{ rateLimits: 'pro' }, 'rateLimits: the limits of the document belong to no plan. Pass `true`.'],
])('the options %j are an error that says what to pass', (options, message) => {
  expect(() => createSandbox(magicbell, options as SandboxOptions)).toThrow(new SandboxError(message));
});

it.each([
  ['users/list', 'stalled', 'fail: the rule of "users/list" is not an object. Pass `{ with: \'stalled\' }`.'],
  ['users/list', undefined, 'fail: the rule of "users/list" is not an object. Pass `{ with: \'stalled\' }`.'],
  [{ with: 'stalled' }, undefined, /^fail: the document has no operation "\[object Object\]"/],
  [undefined, { with: 'stalled' }, /^fail: the document has no operation "undefined"/],
])('fail(%j, %j) is an error that says what to pass', (operation, rule, message) => {
  const fail = createSandbox(magicbell).fail as (operation: unknown, rule: unknown) => void;
  expect(() => fail(operation, rule)).toThrow(typeof message === 'string' ? new SandboxError(message) : message);
});

it.each([
  [{ openapi: '3.0.3', paths: {} }, 'The document is OpenAPI 3.0.3. The sandbox reads 3.1: convert it first.'],
  [{ swagger: '2.0', paths: {} }, 'The document is OpenAPI 2.0. The sandbox reads 3.1: convert it first.'],
  [
    { openapi: '3.1.0', paths: { '/users': { $ref: './users.yaml' } } },
    'The document refers to ./users.yaml. Bundle it into one file first: npx @redocly/cli bundle.',
  ],
  [
    { openapi: '3.1.0', paths: null },
    'This is not an OpenAPI document: it lacks `paths`. Pass the default export of @plumbline/spec-<vendor>/sandbox.',
  ],
])('the document %j is an error that says what to do first', (document, message) => {
  expect(() => createSandbox(document as object)).toThrow(new SandboxError(message));
});

it('an example that has a `$ref` of its own, as in SCIM, does not refer to a file', () => {
  const example = { $ref: 'https://api.example/Users/2' };
  const responses = { 200: { content: { 'application/scim+json': { example } } } };
  expect(() => createSandbox({ openapi: '3.1.0', paths: { '/Users/1': { get: { responses } } } })).not.toThrow();
});

it.each([undefined, null, { email: 'mary@example.com' }])(
  'the key %j of an item is an error that says what a key is',
  (key) => {
    const { user } = createSandbox(magicbell).resources;
    const message = 'resources.user: a key is an id, or another key with its name, such as "email:mary@example.com".';
    expect(() => user.get(key as unknown as string)).toThrow(new SandboxError(message));
    expect(() => user.remove(key as unknown as string)).toThrow(new SandboxError(message));
  },
);

it('test runners and JSON can print and compare resources', () => {
  const vendor = createSandbox(magicbell);
  const read = (name: string) => Reflect.get(vendor.resources, name);
  expect(
    ['asymmetricMatch', '$$typeof', 'nodeType', 'tagName', '@@__IMMUTABLE_ITERABLE__@@', 'then'].map(read),
  ).toEqual(Array.from({ length: 6 }));
  expect(JSON.parse(JSON.stringify(vendor))).toHaveProperty('resources.user');
  expect(() => read('users')).toThrow(/no resource "users"/);
});

it('an unknown path at the host of the vendor names the nearest operations with the path of the server', async () => {
  const vendor = createSandbox(magnetiq);
  await expect(vendor.fetch('https://api.magnetiq.com/consumers')).rejects.toThrow(
    /^The document has no operation GET \/consumers\. Did you mean "GET \/v1\/consumers"/,
  );
});

it('a refusal names a property that does not exist', async () => {
  const { fetch } = createSandbox(magicbell);
  const headers = { ...credentials, 'content-type': 'application/json' };
  const body = JSON.stringify({ user: { mail: 'mary@example.com' } });
  const response = await fetch('https://api.magicbell.com/users', { method: 'POST', headers, body });
  expect(await response.json()).toEqual({
    errors: [
      { message: expect.stringMatching(/^body\/user\/mail: (There is no such property|It is not permitted)\./) },
    ],
  });
});

it('a refused token request has the reason where OAuth has it', async () => {
  const example = { error: 'invalid_request', error_description: 'The field grant_type is missing' };
  const form = { schema: { type: 'object', required: ['scope'] } };
  const { fetch } = createSandbox({
    openapi: '3.1.1',
    paths: {
      '/token': {
        post: {
          requestBody: { content: { 'application/x-www-form-urlencoded': form } },
          responses: { 400: { content: { 'application/json': { example } } } },
        },
      },
    },
  });
  const response = await fetch('https://auth.example/token', { method: 'POST', body: new URLSearchParams('a=b') });
  expect(await response.json()).toEqual({
    error: 'invalid_request',
    error_description: expect.stringContaining('scope'),
  });
});
