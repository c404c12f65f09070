/** When a call is retried, how often, and after which delay. */
import { describe, expect, it } from 'vitest';
import { respond } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import { subjects } from './transports.ts';

const ok = respond(200, { id: '1' });

describe.each(subjects)('$name', (subject) => {
  const { readPath, writePath } = subject.vendor;
  /** Milliseconds between the requests for a path. */
  const delays = ({ server }: TestClient, path = readPath) => {
    const times = server.at(path).map(({ time }) => time);
    return times.slice(1).map((time, index) => time - (times[index] as number));
  };
  const inSeconds = ({ clock }: TestClient, seconds: number) => new Date(clock.date() + seconds * 1000).toUTCString();

  describe.each([429, 503])('%i', (status) => {
    it.each<[string, (client: TestClient) => Record<string, string>, number]>([
      ['given in seconds', () => ({ 'Retry-After': '7' }), 7000],
      ['given as a date', (client) => ({ 'Retry-After': inSeconds(client, 7) }), 7000],
      ['given in milliseconds', () => ({ 'Retry-After-Ms': '1500' }), 1500],
      ['given in milliseconds and in seconds', () => ({ 'Retry-After': '2', 'Retry-After-Ms': '1500' }), 1500],
    ])('a retry honors Retry-After %s', async (_, headers, expected) => {
      const client = await createTestClient(subject);
      client.clock.chance = 0;
      client.onRead(respond(status, {}, headers(client)), ok);
      expect(await client.clock.run(client.read())).toEqual({ id: '1' });
      expect(delays(client)).toEqual([expected]);
    });

    it.each([
      ['absent', {}],
      ['malformed', { 'Retry-After': 'soon' }],
      ['negative', { 'Retry-After': '-5' }],
      ['empty', { 'Retry-After': '' }],
      ['zero', { 'Retry-After': '0' }],
      ['a date in the past', { 'Retry-After': 'Sun, 22 Nov 2020 12:00:00 GMT' }],
    ])('a retry uses exponential backoff with jitter when Retry-After is %s', async (_, headers) => {
      const client = await createTestClient(subject);
      client.clock.chance = 0.9;
      client.onRead(respond(status, {}, headers), respond(status, {}, headers), ok);
      await client.clock.run(client.read());
      expect(delays(client)).toEqual([450, 900]);
    });

    it('a Retry-After of three days throws at once, and the error has retryAt', async () => {
      const client = await createTestClient(subject);
      client.onRead(respond(status, {}, { 'Retry-After': '277403' }));
      const error = await client.failure(client.read());
      expect(error).toMatchObject({ name: 'ApiError', status });
      expect(error.retryAt).toEqual(new Date(client.clock.date() + 277_403_000));
      expect(client.reads).toBe(1);
      expect(client.clock.now()).toBe(0);
    });

    it('an error after three attempts lists every attempt', async () => {
      const client = await createTestClient(subject);
      client.onRead(respond(status, {}));
      const error = await client.failure(client.read());
      expect(error).toMatchObject({ name: 'ApiError', status });
      expect(error.attempts?.map((attempt) => attempt.status)).toEqual([status, status, status]);
      expect(error.attempts?.map((attempt) => attempt.delay)).toEqual([250, 500, undefined]);
      expect(client.reads).toBe(3);
      expect(client.clock.pending).toBe(0);
    });

    it('retry: false allows one attempt, for the client and for the call', async () => {
      const never = await createTestClient(subject, { retry: false });
      never.onRead(respond(status, {}));
      await never.failure(never.read());
      expect(never.reads).toBe(1);
      const client = await createTestClient(subject);
      client.onRead(respond(status, {}));
      await client.failure(client.read({ retry: false }));
      expect(client.reads).toBe(1);
    });

    it('a delay beyond the deadline throws at once', async () => {
      const client = await createTestClient(subject, { deadline: 5000 });
      client.onRead(respond(status, {}, { 'Retry-After': '7' }));
      expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status });
      expect(client.clock.now()).toBeLessThan(5000);
    });
  });

  it.each([408, 500, 502, 504])('a read is retried after a %i', async (status) => {
    const client = await createTestClient(subject);
    client.onRead(respond(status, {}), ok);
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.reads).toBe(2);
  });

  it.each([400, 403, 404, 409, 422, 501])('a read is not retried after a %i', async (status) => {
    const client = await createTestClient(subject);
    client.onRead(respond(status, {}));
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status });
    expect(client.reads).toBe(1);
  });

  it('a write is retried after a 429, because the vendor did not execute it', async () => {
    const client = await createTestClient(subject);
    client.clock.chance = 0;
    client.onWrite(respond(429, {}, { 'Retry-After': '7' }), ok);
    await client.clock.run(client.write());
    expect(client.writes).toBe(2);
    expect(delays(client, writePath)).toEqual([7000]);
  });

  it.each([408, 500, 502, 503, 504])(
    'a write is not retried after a %i, because the vendor may have executed it',
    async (status) => {
      const client = await createTestClient(subject);
      client.onWrite(respond(status, {}, { 'Retry-After': '1' }), ok);
      expect(await client.failure(client.write())).toMatchObject({ name: 'ApiError', status });
      expect(client.writes).toBe(1);
    },
  );

  it('a quota ends the retries of a vendor that always fails', async () => {
    const client = await createTestClient(subject);
    client.onRead(respond(503, {}));
    const calls = Array.from({ length: 120 }, () => client.failure(client.read()));
    const errors = await Promise.all(calls);
    expect(errors.every(({ status }) => status === 503)).toBe(true);
    // 500 tokens, 5 for each retry: 100 retries over 120 calls, not 240.
    expect(client.reads).toBe(220);
  });
});
