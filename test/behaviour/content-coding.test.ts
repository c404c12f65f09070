/** A compressed body gives the same result over all transports. */
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { respond } from './steps.ts';
import { createTestClient } from './test-client.ts';
import { subjects } from './transports.ts';

const text = '{"id":"1"}';
const json = { 'Content-Type': 'application/json' };

const codings: [name: string, coding: string, body: Uint8Array][] = [
  ['gzip', 'gzip', zlib.gzipSync(text)],
  ['x-gzip', 'x-gzip', zlib.gzipSync(text)],
  ['GZIP in capitals', 'GZIP', zlib.gzipSync(text)],
  [
    'gzip of several members',
    'gzip',
    Buffer.concat([text.slice(0, 5), text.slice(5)].map((part) => zlib.gzipSync(part))),
  ],
  ['gzip of an empty member between others', 'gzip', Buffer.concat([text, '', ' '].map((part) => zlib.gzipSync(part)))],
  ['gzip with zeros after it', 'gzip', Buffer.concat([zlib.gzipSync(text), Buffer.alloc(5)])],
  ['framed deflate', 'deflate', zlib.deflateSync(text)],
  ['raw deflate', 'deflate', zlib.deflateRawSync(text)],
  ['br', 'br', zlib.brotliCompressSync(text)],
  ['gzip and then br', 'gzip, br', zlib.brotliCompressSync(zlib.gzipSync(text))],
  ['identity', 'identity', Buffer.from(text)],
  ['an unknown coding', 'made-up', Buffer.from(text)],
];

const unreadable: [name: string, coding: string, body: Uint8Array][] = [
  ['not gzip', 'gzip', Buffer.from(text)],
  ['not deflate', 'deflate', Buffer.from('xnot deflate')],
  ['not br', 'br', Buffer.from(text)],
  ['gzip with text after it', 'gzip', Buffer.concat([zlib.gzipSync(text), Buffer.from('more')])],
];

describe.each(subjects)('$name', (subject) => {
  it.each(codings)('a call reads a body of %s', async (_, coding, body) => {
    const client = await createTestClient(subject);
    client.onRead(respond(200, body, { ...json, 'Content-Encoding': coding }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.clock.pending).toBe(0);
  });

  it.each(codings)('an error reads a body of %s', async (_, coding, body) => {
    const client = await createTestClient(subject);
    client.onRead(respond(404, body, { ...json, 'Content-Encoding': coding }));
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status: 404, body: { id: '1' } });
  });

  it('a large compressed body is read completely', async () => {
    const client = await createTestClient(subject);
    const id = 'x🦉'.repeat(1_000_000);
    client.onRead(respond(200, zlib.gzipSync(JSON.stringify({ id })), { ...json, 'Content-Encoding': 'gzip' }));
    expect(await client.clock.run(client.read())).toEqual({ id });
  });

  describe.each(['gzip', 'deflate', 'br', 'made-up'])('%s', (coding) => {
    it.each([404, 502])(`a %i with an empty body of ${coding} keeps its status`, async (status) => {
      const client = await createTestClient(subject, { retry: false });
      client.onRead(respond(status, undefined, { ...json, 'Content-Encoding': coding }));
      expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status, body: undefined });
    });

    it(`a 200 with an empty body of ${coding} is a success without data`, async () => {
      const client = await createTestClient(subject);
      client.onRead(respond(200, undefined, { ...json, 'Content-Encoding': coding }));
      expect(await client.clock.run(client.read().result())).toMatchObject({ ok: true, status: 200, data: undefined });
    });

    it(`a 502 with an empty body of ${coding} is retried`, async () => {
      const client = await createTestClient(subject);
      client.onRead(respond(502, undefined, { ...json, 'Content-Encoding': coding }), respond(200, { id: '1' }));
      expect(await client.clock.run(client.read())).toEqual({ id: '1' });
      expect(client.reads).toBe(2);
    });
  });

  it.each(unreadable)(
    'a body that is %s throws a ConnectionError after one attempt, because it will not change',
    async (_, coding, body) => {
      const client = await createTestClient(subject);
      client.onRead(respond(200, body, { ...json, 'Content-Encoding': coding }));
      expect(await client.failure(client.read())).toMatchObject({
        name: 'ConnectionError',
        permanent: true,
        attempts: [{ error: 'ConnectionError', reason: 'final' }],
      });
      expect(client.clock.pending).toBe(0);
    },
  );

  it('a truncated gzip body is an error', async () => {
    const client = await createTestClient(subject);
    const body = zlib.gzipSync(text).subarray(0, -12);
    client.onRead(respond(200, body, { ...json, 'Content-Encoding': 'gzip' }));
    // The platform's fetch ends such a body without an error, so its text is malformed JSON.
    const name = subject.transport.name === 'fetch' ? 'ApiError' : 'ConnectionError';
    expect((await client.failure(client.read())).name).toBe(name);
  });
});
