import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { expect, it } from 'vitest';
import { createCaller } from './create-caller.ts';

const content = (schema: object, value: unknown) => ({ 'application/json': { schema, examples: { one: { value } } } });
const name = { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 3 } } };

/** Calls the one operation of a document, with a client that is written here. */
function call(
  value: unknown,
  send: (fetch: typeof globalThis.fetch) => Promise<Response>,
  sent: unknown = { name: 'Rex' },
) {
  const document = {
    openapi: '3.1.1',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: 'https://api.pets.test' }],
    paths: {
      '/pets': {
        post: {
          operationId: 'pets/create',
          requestBody: { required: true, content: content(name, sent) },
          responses: { 201: { description: 'Created.', content: content(name, value) } },
        },
      },
    },
  } as unknown as Document;
  const [operation] = operationsOf(document);
  const create = ({ fetch }: { fetch?: typeof globalThis.fetch }) => ({
    pets: {
      create: (_: object, { headers }: { headers: Record<string, string> }) => ({
        result: () =>
          send((url, init) => fetch?.(url, { ...init, headers: { ...headers, ...init?.headers } }) as never),
      }),
    },
  });
  const caller = createCaller(document, { factory: 'createPets', mock: {}, ways: [] }, create);
  return operation && caller(operation);
}

const post = (body: object) => (fetch: typeof globalThis.fetch) =>
  fetch('https://api.pets.test/pets', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

it('a call whose request and response the spec permits is right', async () => {
  expect(await call({ name: 'Rex' }, post({ name: 'Rex' }))).toBeUndefined();
});

it('a call whose request the spec forbids is wrong, with the place', async () => {
  expect(await call({ name: 'Rex' }, post({ name: 'Rexy' }))).toBe(
    'the sandbox of the spec responds 400. The request body at /name: must NOT have more than 3 characters.',
  );
});

it('a call whose example of a response the spec forbids is wrong, with the place', async () => {
  expect(await call({ name: 7 }, post({ name: 'Rex' }))).toBe('The response 201 body at /name: must be string.');
});

it('a call that throws is wrong, with the message', async () => {
  expect(await call({ name: 'Rex' }, () => Promise.reject(new Error('pets.create: `name` cannot be sent.')))).toBe(
    'pets.create: `name` cannot be sent.',
  );
});
