/** The kinds of responses that a sandbox sends from a document without resources. */
import { expect, it } from 'vitest';
import { createSandbox } from './create-sandbox.ts';

const event = { type: 'object', properties: { text: { type: 'string' } } };
const fields = { type: 'object', properties: { event: { type: 'string' }, id: { type: 'string' }, data: event } };
const binary = { type: 'string', format: 'binary' };
const pdf = { schema: binary, examples: { file: { value: '%PDF\xff\0' } } };
const content = {
  '/pdf': { 'application/pdf': pdf },
  '/any': { '*/*': { schema: binary, examples: { file: { value: 'é😀' } } } },
  '/json': { 'application/json': { ...pdf } },
  '/image': { 'image/*': { schema: binary } },
  '/audio': { 'audio/*': { schema: binary } },
  '/text': { 'text/*': { schema: { type: 'string' } } },
  '/vendor': { 'application/vnd.acme+json': { schema: { type: 'string' }, examples: { one: { value: 'a' } } } },
  '/chat': {
    'text/event-stream': { schema: event, examples: { one: { value: { text: 'a' } }, two: { value: { text: 'b' } } } },
  },
  '/log': { 'text/event-stream': { schema: { type: 'string' }, examples: { one: { value: 'a\nb' } } } },
  '/events': {
    'text/event-stream': {
      schema: fields,
      examples: { one: { value: { event: 'add', id: '1', data: { text: 'a' } } } },
    },
  },
  '/rows': {
    'application/x-ndjson': { schema: event, examples: { one: { value: { text: 'a' } }, two: { value: {} } } },
  },
  '/seq': { 'application/json-seq': { schema: event, examples: { one: { value: { text: 'a' } } } } },
};
const responses: Record<string, object> = {
  '/found': { 302: { description: 'Found.' } },
  '/ranged': { '3XX': { description: 'Found.' } },
  '/default': {
    default: { content: { 'application/json': { schema: event, examples: { one: { value: { text: 'a' } } } } } },
  },
  '/scan': {
    200: { content: { 'text/plain': { schema: { type: 'string' } } } },
    202: { content: { 'application/json': { schema: event } } },
  },
  '/range': { 404: {}, '2XX': { content: { 'application/json': { examples: { one: { value: 1 } } } } } },
  ...Object.fromEntries(Object.entries(content).map(([path, one]) => [path, { 200: { content: one } }])),
};
const sandbox = createSandbox({
  paths: Object.fromEntries(
    Object.entries(responses).map(([path, one]) => [path, { get: { responses: one }, head: { responses: one } }]),
  ),
} as never);

async function send(path: string, init?: RequestInit) {
  const response = await sandbox.fetch(`https://acme.test${path}`, init);
  return { status: response.status, type: response.headers.get('content-type'), response };
}

it.each([
  ['/pdf', 'application/pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 255, 0)],
  ['/any', 'application/octet-stream', new TextEncoder().encode('é😀')],
  ['/json', 'application/json', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 255, 0)],
  ['/image', 'image/png', new TextEncoder().encode('text')],
  ['/audio', 'audio/wav', new TextEncoder().encode('text')],
])('a sandbox responds to %s with the bytes of its example as %s', async (path, type, bytes) => {
  const sent = await send(path);
  expect(sent).toMatchObject({ status: 200, type });
  expect(new Uint8Array(await sent.response.arrayBuffer())).toEqual(bytes);
});

it.each([
  ['/text', 'text/plain', 'text'],
  ['/vendor', 'application/vnd.acme+json', '"a"'],
  ['/chat', 'text/event-stream', 'data: {"text":"a"}\n\ndata: {"text":"b"}\n\n'],
  ['/log', 'text/event-stream', 'data: a\ndata: b\n\n'],
  ['/events', 'text/event-stream', 'event: add\nid: 1\ndata: {"text":"a"}\n\n'],
  ['/rows', 'application/x-ndjson', '{"text":"a"}\n{}\n'],
  ['/seq', 'application/json-seq', '\x1e{"text":"a"}\n'],
  ['/default', 'application/json', '{"text":"a"}'],
  ['/range', 'application/json', '1'],
])('a sandbox responds to %s with its examples as %s', async (path, type, text) => {
  const sent = await send(path);
  expect(sent).toMatchObject({ status: 200, type });
  expect(await sent.response.text()).toBe(text);
});

it('a sandbox sends the one event that Prefer names', async () => {
  const { response } = await send('/chat', { headers: { prefer: 'example=two' } });
  expect(await response.text()).toBe('data: {"text":"b"}\n\n');
});

it.each(['/found', '/ranged'])('a sandbox redirects where %s declares no other success', async (path) => {
  const { status, response } = await send(path, { redirect: 'manual' });
  expect([status, response.headers.get('location')]).toEqual([302, 'https://redirected.example/']);
});

it('a sandbox responds to HEAD without a body', async () => {
  const { status, response } = await send('/chat', { method: 'HEAD' });
  expect([status, await response.text()]).toEqual([200, '']);
});

it('a success is the one with a media type that the request accepts', async () => {
  expect(await send('/scan', { headers: { accept: 'application/json' } })).toMatchObject({ status: 202 });
  expect(await send('/scan', { headers: { accept: 'text/plain' } })).toMatchObject({ status: 200 });
  expect(await send('/scan', { headers: { accept: 'image/png' } })).toMatchObject({ status: 406 });
});
