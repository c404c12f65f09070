/** Connections are reused after a call, and unusual response heads are read. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { respond } from './steps.ts';
import { createTestClient, eventually, type TestClient } from './test-client.ts';
import type { Step } from './test-server.ts';
import { subjects } from './transports.ts';

const json = { 'Content-Type': 'application/json' };
const large = 'x'.repeat(1_000_000);

/** Sends 1xx responses before a success. */
const inform =
  (...heads: ((response: ServerResponse) => void)[]): Step =>
  (incoming) => {
    for (const send of heads) send(incoming.response);
    respond(200, { id: '1' })(incoming);
  };
const processing = (response: ServerResponse) => response.writeProcessing();
const earlyHints = (response: ServerResponse) => response.writeEarlyHints({ link: '</a.css>; rel=preload; as=style' });

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe.each(subjects)('$name', (subject) => {
  const { readPath } = subject.vendor;

  /** Sends two reads in sequence, and expects one connection. */
  const expectReuse = async (client: TestClient, first: () => unknown) => {
    // Opens the connection. It is reused after a token request too.
    await client.clock.run(client.read());
    await client.clock.idle();
    client.server.forget();
    first();
    await eventually(() => client.reads === 1);
    await client.clock.idle();
    client.onRead(respond(200, { id: '1' }));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    const ports = client.server.at(readPath).map(({ clientPort }) => clientPort);
    expect(ports).toHaveLength(2);
    expect(new Set(ports).size).toBe(1);
    expect(client.clock.pending).toBe(0);
  };

  it('a call that is not awaited frees its connection', async () => {
    const client = await createTestClient(subject);
    await expectReuse(client, () => {
      client.onRead(respond(200, { id: large }));
      client.read();
    });
  });

  it('a call whose error is not read frees its connection', async () => {
    const client = await createTestClient(subject);
    await expectReuse(client, () => {
      client.onRead(respond(404, { id: large }));
      client.read().then(null, () => {});
    });
  });

  it('a result whose response is not read frees its connection', async () => {
    const client = await createTestClient(subject);
    await expectReuse(client, () => {
      client.onRead(respond(200, { id: large }));
      client.read().result();
    });
  });

  it('a stream whose response is an error frees its connection', async () => {
    const client = await createTestClient(subject);
    await expectReuse(client, () => {
      client.onRead(respond(404, { id: large }));
      client.read().stream();
    });
  });

  it('a call that is not awaited is sent once, and leaves nothing behind', async () => {
    const client = await createTestClient(subject);
    client.read();
    await eventually(() => client.reads === 1);
    await client.clock.idle();
    expect([client.traffic.open, client.server.holds, client.clock.pending]).toEqual([0, 0, 0]);
    expect(client.reads).toBe(1);
  });

  it.each([
    ['a 102', [processing]],
    ['a 103', [earlyHints]],
    ['several 1xx', [processing, earlyHints, processing, earlyHints]],
  ])('a call and a stream read the final response after %s', async (_, heads) => {
    const client = await createTestClient(subject);
    client.onRead(inform(...heads));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    const result = await client.clock.run(client.read().result());
    expect(result).toMatchObject({ ok: true, status: 200 });
    expect(result.response.headers.has('link')).toBe(false);
    expect(await client.clock.run(textOf(client.read().stream()))).toBe('{"id":"1"}');
  });

  it.each([
    ['204', 204, {}],
    ['204 with a Content-Length', 204, { 'Content-Length': '10' }],
    ['205 with a Content-Length', 205, { 'Content-Length': '10' }],
    ['204 with a Content-Encoding', 204, { 'Content-Encoding': 'gzip' }],
  ])('a %s is a success without data', async (_, status, headers) => {
    const client = await createTestClient(subject);
    client.onRead(respond(status, undefined, headers), respond(200, { id: '1' }));
    const { response, ...result } = await client.clock.run(client.read().result());
    expect(result).toEqual({ ok: true, status, data: undefined });
    expect([response.body, await response.text()]).toEqual([null, '']);
    expect(client.clock.pending).toBe(0);
    // The next call would hang on a connection that still waits for a body.
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
  });

  it('a 304 with a Content-Length throws an ApiError with its status', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(304, undefined, { 'Content-Length': '10', ETag: '"1"' }), respond(200, { id: '1' }));
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status: 304, body: undefined });
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(2);
    expect(client.clock.pending).toBe(0);
  });

  it.each([200, 404])('a HEAD through client.api ends when a %i head declares a body', async (status) => {
    const client = await createTestClient(subject);
    client.server.on('/anything', respond(status, undefined, { 'Content-Length': '10', 'Content-Encoding': 'gzip' }));
    const { response } = await client.clock.run(client.api.HEAD('/anything'));
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Length')).toBe('10');
    expect(await response.text()).toBe('');
    expect(client.server.at('/anything').map(({ method }) => method)).toEqual(['HEAD']);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['empty', ''],
    ['beyond Latin-1', 'Sch\u00f6n'],
  ])('a reason phrase that is %s breaks neither a call nor a stream', async (_, reason) => {
    const client = await createTestClient(subject);
    client.onRead(({ response }) => response.writeHead(200, reason, json).end('{"id":"1"}'));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(await client.clock.run(textOf(client.read().stream()))).toBe('{"id":"1"}');
  });
});
