/** A response that is read whole ends at `maxResponseBytes`, decoded, in a typed error. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { subjects, tokenSubjects } from '../behaviour/transports.ts';

const limit = 1000;
const json = { 'Content-Type': 'application/json' };
/** JSON of this length. */
const bodyOf = (length: number) => JSON.stringify({ id: 'x'.repeat(length - '{"id":""}'.length) });
const encoded = (coding: string, body: Uint8Array) => respond(200, body, { ...json, 'Content-Encoding': coding });
/** Sends chunks of 100 bytes without end, until the client closes the connection. */
const endless: Step = ({ response, server }) => {
  response.writeHead(200, json);
  server.hold(response);
  const write = () => {
    while (!response.destroyed && response.write('x'.repeat(100)));
  };
  response.on('drain', write);
  write();
};
const inChunks =
  (status: number, body: string): Step =>
  ({ response }) => {
    response.writeHead(status, json);
    for (const part of body.match(/.{1,300}/gs) ?? []) response.write(part);
    response.end();
  };

describe.each(subjects)('$name', (subject) => {
  const create = (maxResponseBytes: number | undefined = limit) => createTestClient(subject, { maxResponseBytes });

  it.each<[string, Step]>([
    ['with a length', respond(200, bodyOf(limit), json)],
    ['in chunks', inChunks(200, bodyOf(limit))],
    ['of gzip', encoded('gzip', zlib.gzipSync(bodyOf(limit)))],
    ['of br', encoded('br', zlib.brotliCompressSync(bodyOf(limit)))],
    ['of gzip and then br', encoded('gzip, br', zlib.brotliCompressSync(zlib.gzipSync(bodyOf(limit))))],
  ])('a body %s that is as long as the limit is read', async (_, step) => {
    const client = await create();
    client.onRead(step);
    expect(JSON.stringify(await client.clock.run(client.read()))).toBe(bodyOf(limit));
  });

  it.each<[string, Step]>([
    ['with a length', respond(200, bodyOf(limit + 1), json)],
    ['in chunks', inChunks(200, bodyOf(limit + 1))],
    ['without end', endless],
    ['of gzip', encoded('gzip', zlib.gzipSync(bodyOf(limit + 1)))],
    ['of gzip, 1000 times longer than it is compressed', encoded('gzip', zlib.gzipSync(bodyOf(50_000_000)))],
    ['of deflate', encoded('deflate', zlib.deflateSync(bodyOf(limit + 1)))],
    ['of br', encoded('br', zlib.brotliCompressSync(bodyOf(limit + 1)))],
    ['of gzip and then br', encoded('gzip, br', zlib.brotliCompressSync(zlib.gzipSync(bodyOf(limit + 1))))],
    ['of an unknown coding', encoded('made-up', Buffer.from(bodyOf(limit + 1)))],
    ['of a 404', respond(404, bodyOf(limit + 1), json)],
    ['of a 503', inChunks(503, bodyOf(limit + 1))],
  ])('a body %s that is longer than the limit throws a ResponseSizeError after one attempt', async (_, step) => {
    const client = await create();
    client.onRead(step);
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'ResponseSizeError', limit, attempts: [{ reason: 'final' }] });
    expect(error.message).toContain('longer than `maxResponseBytes`, 1000 bytes');
    expect(client.reads).toBe(1);
    expect(client.clock.pending).toBe(0);
  });

  it('the limit of a call overrides that of its client, and neither limits a stream', async () => {
    const client = await create();
    client.onRead(respond(200, bodyOf(5000), json));
    expect(await client.clock.run(client.read({ maxResponseBytes: 5000 }))).toMatchObject({ id: expect.any(String) });
    expect(await client.failure(client.read({ maxResponseBytes: 4999 }))).toMatchObject({ limit: 4999 });
    expect(await client.clock.run(client.read({ maxResponseBytes: Number.POSITIVE_INFINITY }))).toBeDefined();
    let length = 0;
    const read = async () => {
      for await (const bytes of client.read().stream()) length += bytes.length;
    };
    await client.clock.run(read());
    expect(length).toBe(5000);
  });

  it('a response to HEAD is not judged by the length of the body that it does not have', async () => {
    const client = await create();
    client.onRead(respond(200, '', { ...json, 'Content-Length': '5000' }));
    const { response } = await client.clock.run(client.api.HEAD(subject.vendor.readPath));
    expect(response.status).toBe(200);
  });

  it.each([[0], [-1], [Number.NaN], ['1000'], [null]])('a limit of %j is refused', async (maxResponseBytes) => {
    await expect(create(maxResponseBytes as number)).rejects.toThrow('`maxResponseBytes` must be a positive number.');
  });
});

describe.each(tokenSubjects)('$name', (subject) => {
  it('a token response that is longer than the limit throws a TokenError with the reason', async () => {
    const client = await createTestClient(subject, { maxResponseBytes: limit });
    client.onToken(respond(200, { access_token: 't1', more: 'x'.repeat(limit) }));
    const error = await client.failure(client.read());
    expect(error).toMatchObject({ name: 'TokenError', cause: { name: 'ResponseSizeError', limit } });
    expect(client.tokens).toBe(1);
  });
});
