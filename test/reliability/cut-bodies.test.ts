/** A body that is read whole belongs to its attempt: cut or stalled, it is retried as a lost connection is, where that is safe. */
import zlib from 'node:zlib';
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { reset, respond, sendInParts, stallInBody, truncate } from '../behaviour/steps.ts';
import { createTestClient, startNetwork } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { listSubjects, subjects, tokenSubjects, transports } from '../behaviour/transports.ts';

const ok = respond(200, { id: '1' });
const text = '{"id":"1"}';

/** Sends these bytes as a response, and closes the connection a moment later. */
const cut =
  (head: string, body: string | Uint8Array): Step =>
  ({ response, server, clock }) => {
    response.socket?.write(`HTTP/1.1 ${head}\r\nContent-Type: application/json\r\n`);
    response.socket?.write(body);
    server.hold(response);
    clock.after(1, () => response.socket?.end());
  };
const gzip = zlib.gzipSync(JSON.stringify({ id: 'x'.repeat(1000), more: Math.PI }));

const cuts: readonly (readonly [name: string, step: Step])[] = [
  ['is reset', reset('in the body')],
  ['is truncated', truncate],
  ['stalls', stallInBody],
  ['is cut before its first byte', cut('200 OK', 'Content-Length: 10\r\n\r\n')],
  ['is cut before its last byte', cut('200 OK', `Content-Length: 10\r\n\r\n${text.slice(0, 9)}`)],
  [
    'is cut on a connection that will close',
    cut('200 OK', `Content-Length: 10\r\nConnection: close\r\n\r\n${text.slice(0, 5)}`),
  ],
  ['is cut inside a chunk', cut('200 OK', 'Transfer-Encoding: chunked\r\n\r\na\r\n{"id":')],
  ['is cut inside the size of a chunk', cut('200 OK', 'Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n1')],
  ['is cut before its last chunk', cut('200 OK', `Transfer-Encoding: chunked\r\n\r\na\r\n${text}\r\n`)],
  [
    'is compressed and cut',
    cut(
      '200 OK',
      Buffer.concat([
        Buffer.from(`Content-Encoding: gzip\r\nContent-Length: ${gzip.length}\r\n\r\n`),
        gzip.subarray(0, 20),
      ]),
    ),
  ],
  ['of an error is cut', cut('404 Not Found', 'Content-Length: 100\r\n\r\n{"errors":')],
  ['of a 503 is cut', cut('503 Service Unavailable', 'Content-Length: 100\r\n\r\n{"errors":')],
];

describe.each(subjects)('$name', (subject) => {
  it.each(cuts)('a read whose body %s is retried, and resolves with the next body', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(step, ok);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(2);
    expect(client.clock.pending).toBe(0);
  });

  it.each(cuts)('a read whose body %s each time ends after three attempts, which the error lists', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(step);
    const error = await client.failure(client.read());
    expect(error.name).toMatch(/^(Connection|Timeout)Error$/);
    expect(error.attempts).toHaveLength(3);
    expect(client.reads).toBe(3);
  });

  it.each(cuts)('a write whose body %s is not retried, because the vendor may have executed it', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onWrite(step, ok);
    const error = await client.failure(client.write());
    expect(error).toMatchObject({ attempts: [{ error: error.name, reason: 'final' }] });
    expect(client.writes).toBe(1);
  });

  it.each([
    ['reset', reset('in the body')],
    ['truncated', truncate],
  ])('a stream that is %s is not retried', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step, ok);
    const read = async () => {
      for await (const _bytes of client.read().stream());
    };
    expect(await client.failure(read())).toMatchObject({ name: 'ConnectionError' });
    expect(client.reads).toBe(1);
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it.each(cuts)('a token response whose body %s is retried', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onToken(step, respond(200, { access_token: 't1', expires_in: 3600 }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.tokens).toBe(2);
  });
});

describe.each(listSubjects)('$name', (subject) => {
  it('a page that is cut is requested again, and no item is lost or doubled', async () => {
    const client = await createTestClient(subject);
    const { path = '', items = '' } = subject.vendor.list ?? {};
    const page = (...ids: string[]) => ({ [items]: ids.map((id) => ({ id })), total: 4, total_pages: 2 });
    const end = respond(200, { [items]: [], total: 4, total_pages: 2 });
    client.server.on(path, truncate, respond(200, page('1', '2')), truncate, respond(200, page('3', '4')), end);
    const ids: unknown[] = [];
    const read = async () => {
      for await (const item of client.list?.() ?? []) ids.push((item as { id: string }).id);
    };
    await client.clock.run(read());
    expect(ids).toEqual(['1', '2', '3', '4']);
  });
});

describe.each(transports)('over $name', (transport) => {
  it.each(cuts.slice(0, -2))('a create with a key whose body %s is retried with the same key', async (_, step) => {
    const { server, clock, options } = await startNetwork(transport, { timeout: 20_000 });
    server.on('/notifications', step, respond(201, { notification: { id: '1' } }));
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const notification = { title: 'Hi', recipients: [{ email: 'mary@example.com' }] };
    expect(await clock.run(notifications.create({ notification }))).toEqual({ notification: { id: '1' } });
    const keys = server.at('/notifications').map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('a body that arrives slowly, but within the time limit, is read whole', async () => {
    const { server, clock, options } = await startNetwork(transport, { timeout: 20_000 });
    server.on('/users', sendInParts(['{"users"', ':[', ']}'], { every: 4000 }));
    const { users } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    expect(await clock.run(users.list())).toEqual({ users: [] });
    expect(server.at('/users')).toHaveLength(1);
  });
});
