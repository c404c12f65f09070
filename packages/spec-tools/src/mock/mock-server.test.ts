import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Document } from '../document/document.ts';
import { type MockServer, startMock } from './mock-server.ts';

const text = { schema: { type: 'string' }, examples: { example: { value: 'Done.' } } };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' }, example: 'a' };
const document = {
  openapi: '3.1.1',
  info: { title: 'Files', version: '1.0.0' },
  servers: [{ url: 'https://api.example.com/v1' }],
  paths: {
    '/files': {
      get: {
        operationId: 'files/list',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: { 200: { description: 'Files.', content: { 'application/json': text } } },
      },
    },
    '/files/{id}': {
      get: { operationId: 'files/download', parameters: [id], responses: { 302: { description: 'Elsewhere.' } } },
      put: {
        operationId: 'files/replace',
        parameters: [id],
        requestBody: {
          required: true,
          content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
        },
        responses: { 204: { description: 'Replaced.' }, 400: { description: 'Invalid.' } },
      },
    },
    '/events': {
      get: {
        operationId: 'events/list',
        responses: { 200: { description: 'Events.', content: { 'text/event-stream': text } } },
      },
    },
  },
} as unknown as Document;

let mock: MockServer;
beforeAll(async () => {
  mock = await startMock(document);
});
afterAll(() => mock.close());

const send = (path: string, init: RequestInit = {}) => fetch(mock.url + path, { redirect: 'manual', ...init });

it('a mock responds with the examples of operations that Prism mocks', async () => {
  const response = await send('/files?limit=1');
  expect([response.status, await response.json()]).toEqual([200, 'Done.']);
});

it('a mock responds with the examples of operations that Prism cannot mock', async () => {
  const response = await send('/events');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  expect(await response.text()).toBe('data: Done.\n\n');
  expect((await send('/files/a')).status).toBe(302);
  const body = Uint8Array.from({ length: 256 }, (_, index) => index);
  const headers = { 'content-type': 'application/octet-stream' };
  expect((await send('/files/a', { method: 'PUT', headers, body })).status).toBe(204);
});

it.each([
  ['that Prism mocks', '/files?limit=many', { method: 'GET' }],
  ['that Prism cannot mock', '/files/a', { method: 'PUT' }],
])('a mock refuses a request of an operation %s that violates the spec', async (_, path, init) => {
  const { status } = await send(path, init);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

it('a mock responds with the status that a request prefers', async () => {
  const headers = { 'content-type': 'application/octet-stream', prefer: 'code=400' };
  expect((await send('/files/a', { method: 'PUT', headers, body: 'a' })).status).toBe(400);
});

it('startMock throws if its port is in use', async () => {
  await expect(startMock(document, Number(new URL(mock.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
