/** How a call ends when its connection fails, stalls or is slow. */
import { describe, expect, it } from 'vitest';
import { drip, later, reset, respond, stall, stallInBody, truncate } from './steps.ts';
import { createTestClient, eventually, type TestClient } from './test-client.ts';
import { subjects } from './transports.ts';

const ok = respond(200, { id: '1' });

describe.each(subjects)('$name', (subject) => {
  const { readPath, tokenPath } = subject.vendor;
  const readTimes = ({ server }: TestClient) => server.at(readPath).map(({ time }) => time);

  /** Creates a client that has its token, and then closes the server. */
  const createClientWithoutServer = async () => {
    const client = await createTestClient(subject);
    // Close the connections first: a request on an open one would be lost instead of refused.
    const close = { Connection: 'close' };
    client.onRead(respond(200, { id: '1' }, close));
    if (tokenPath) client.onToken(respond(200, { access_token: 'token', expires_in: 3600 }, close));
    await client.clock.run(client.read());
    await eventually(() => client.server.openPorts.size === 0);
    await client.server.close();
    client.server.forget();
    client.onWrite(ok);
    return client;
  };

  it.each([
    ['a reset before the head', reset('before the head')],
    ['a reset in the head', reset('in the head')],
    ['a reset in the body', reset('in the body')],
    ['a truncated body', truncate],
  ])('a read is retried after %s', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step, step, ok);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(3);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['resets before the head', reset('before the head')],
    ['resets in the head', reset('in the head')],
    ['resets in the body', reset('in the body')],
    ['truncated bodies', truncate],
  ])('a read ends after three %s, and its error lists each attempt', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step);
    const error = await client.failure(client.read());
    expect(error.name).toBe('ConnectionError');
    expect(error.attempts).toEqual([
      { error: 'ConnectionError', reason: 'ConnectionError', delay: 250 },
      { error: 'ConnectionError', reason: 'ConnectionError', delay: 500 },
      { error: 'ConnectionError', reason: 'no attempt is left' },
    ]);
    expect(client.reads).toBe(3);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['a reset before the head', reset('before the head')],
    ['a reset in the head', reset('in the head')],
    ['a reset in the body', reset('in the body')],
    ['a truncated body', truncate],
  ])('a write is not retried after %s, because the vendor may have executed it', async (_, step) => {
    const client = await createTestClient(subject);
    client.onWrite(step, ok);
    const error = await client.failure(client.write());
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: [{ error: 'ConnectionError', reason: 'final' }] });
    expect(client.writes).toBe(1);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['a response', stall],
    ['the rest of a body', stallInBody],
  ])('a write is not retried after a timeout while it waits for %s', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onWrite(step, ok);
    expect((await client.failure(client.write())).name).toBe('TimeoutError');
    expect(client.writes).toBe(1);
    expect(client.clock.now()).toBe(20_000);
    expect(client.clock.pending).toBe(0);
  });

  it('a write is not retried with an idempotency key that the vendor ignores', async () => {
    const client = await createTestClient(subject);
    client.onWrite(reset('before the head'), ok);
    const call = client.write({ headers: { 'Idempotency-Key': 'task-7' } });
    expect((await client.failure(call)).name).toBe('ConnectionError');
    expect(client.writes).toBe(1);
  });

  it('a write is retried when no connection was made', async () => {
    const client = await createClientWithoutServer();
    const call = client.write();
    await client.clock.idle();
    await client.server.listen();
    await client.clock.run(call);
    expect(client.writes).toBe(1);
  });

  it('a write ends after three attempts without a connection', async () => {
    const client = await createClientWithoutServer();
    const error = await client.failure(client.write());
    expect(error.name).toBe('ConnectionError');
    expect(error.attempts?.map(({ reason }) => reason)).toEqual([
      'no connection',
      'no connection',
      'no attempt is left',
    ]);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['waits for its response', stall],
    ['waits for the rest of a body', stallInBody],
    ['receives a body byte by byte', drip(999)],
  ])('a read that %s ends at its timeout and is retried', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(step, ok);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(readTimes(client)).toEqual([0, 20_250]);
    await client.clock.idle();
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['the client', { timeout: 20_000 }, {}],
    ['the call', {}, { timeout: 20_000 }],
  ])('a stalled body throws a TimeoutError after three attempts, with the timeout of %s', async (_, own, given) => {
    const client = await createTestClient(subject, own);
    client.onRead(stallInBody);
    const error = await client.failure(client.read(given));
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(error.attempts).toEqual([
      { error: 'TimeoutError', reason: 'TimeoutError', delay: 250 },
      { error: 'TimeoutError', reason: 'TimeoutError', delay: 500 },
      { error: 'TimeoutError', reason: 'no attempt is left' },
    ]);
    expect(readTimes(client)).toEqual([0, 20_250, 40_750]);
    expect(client.clock.now()).toBe(60_750);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['stalls', stallInBody],
    ['arrives byte by byte', drip(999)],
  ])('a call with retry: false whose body %s ends exactly at the timeout', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000, retry: false });
    client.onRead(step);
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 20_000 });
    expect(client.clock.now()).toBe(20_000);
    expect(client.reads).toBe(1);
    await client.clock.idle();
    expect(client.clock.pending).toBe(0);
  });

  it('a body that arrives byte by byte without a timeout ends at the deadline', async () => {
    const client = await createTestClient(subject, { timeout: Number.POSITIVE_INFINITY, deadline: 90_000 });
    client.onRead(drip(999));
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 90_000 });
    expect(client.clock.now()).toBe(90_000);
    await client.clock.idle();
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['responses', stall],
    ['bodies', stallInBody],
  ])('a call whose %s stall has one deadline for all attempts and delays', async (_, step) => {
    const client = await createTestClient(subject, { timeout: 20_000, deadline: 50_000, retry: { attempts: 10 } });
    client.onRead(step);
    expect(await client.failure(client.read())).toMatchObject({ name: 'TimeoutError', timeout: 50_000 });
    expect(client.clock.now()).toBe(50_000);
    expect(client.reads).toBe(3);
    expect(client.clock.pending).toBe(0);
  });

  it('a response just before the timeout is a success', async () => {
    const client = await createTestClient(subject, { timeout: 20_000 });
    client.onRead(later(19_999, ok));
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(1);
  });
});
