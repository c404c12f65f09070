/** A client stays within its vendor's documented rate limits, as the server counts requests. */
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { later, respond } from './steps.ts';
import { createTestClient, type TestClient } from './test-client.ts';
import type { Arrival, Step } from './test-server.ts';
import { limitedSubjects } from './transports.ts';
import { accessToken, type Limit } from './vendor-clients.ts';

const ok = respond(200, { id: '1' });
/** Responds with 429 and a `Retry-After` of 20 seconds until a time by the test's clock. */
const refuseUntil =
  (end: number): Step =>
  (incoming) =>
    (incoming.clock.now() < end ? respond(429, {}, { 'Retry-After': '20' }) : ok)(incoming);

/** The largest number of requests in any window of a limit. */
function mostInAWindow(arrivals: readonly Arrival[], { seconds }: Limit): number {
  let first = 0;
  return arrivals.reduce((highest, { time }, index) => {
    while ((arrivals[first]?.time ?? 0) <= time - seconds * 1000) first++;
    return Math.max(highest, index - first + 1);
  }, 0);
}

describe.each(limitedSubjects)('$name', (subject) => {
  const { tokenPath, limits = { read: [], write: [] } } = subject.vendor;
  const limited = { limited: true };
  const most = (client: TestClient, limit: Limit) => mostInAWindow(client.server.arrivals, limit);
  const readAtOnce = ({ clock, read }: TestClient, count: number) =>
    clock.run(Promise.all(Array.from({ length: count }, () => read())));
  /** The reads among the first 100 requests: a token request counts too. */
  const first = tokenPath ? 99 : 100;

  it('concurrent calls are sent as fast as all windows allow, and no faster', async () => {
    const client = await createTestClient(subject, limited);
    client.onToken(respond(200, { access_token: accessToken, expires_in: 86_400 }));
    const hourly = limits.read.some(({ seconds }) => seconds === 3600);
    await readAtOnce(client, hourly ? 1050 : 250);
    for (const limit of limits.read) expect(most(client, limit)).toBe(limit.requests);
    expect(client.reads).toBe(hourly ? 1050 : 250);
    expect(client.clock.now()).toBe(hourly ? 3_600_000 : 120_000);
    expect(client.clock.pending).toBe(0);
  });

  it('1,000 calls succeed after half a minute of 429 responses', async () => {
    const client = await createTestClient(subject, limited);
    client.onRead(refuseUntil(30_000));
    expect(await readAtOnce(client, 1000)).toHaveLength(1000);
    for (const limit of limits.read) expect(most(client, limit)).toBeLessThanOrEqual(limit.requests);
    expect(client.clock.pending).toBe(0);
  });

  it('the Retry-After of one call delays all calls of the client', async () => {
    const client = await createTestClient(subject, limited);
    client.clock.chance = 0;
    client.onRead(refuseUntil(1));
    const refused = client.read();
    await client.clock.idle();
    await client.clock.advance(1000);
    const others = Array.from({ length: 10 }, () => client.read());
    await client.clock.run(Promise.all([refused, ...others]));
    expect(client.server.arrivals.filter(({ time }) => time > 0 && time < 20_000)).toEqual([]);
    expect(client.clock.now()).toBe(20_000);
  });

  it('a client counts token requests and retries as the server does', async () => {
    const client = await createTestClient(subject, limited);
    await readAtOnce(client, 1);
    // The next 20 reads get a 401 for the first token, or a 503.
    let refusals = 20;
    client.onToken(respond(200, { access_token: 'second', expires_in: 3600 }));
    client.onRead((incoming) => (refusals-- > 0 ? respond(tokenPath ? 401 : 503, {}) : ok)(incoming));
    await readAtOnce(client, 20);
    await readAtOnce(client, 130);
    for (const limit of limits.read) expect(most(client, limit)).toBeLessThanOrEqual(limit.requests);
  });

  it('writes stay within the limit for writes', async () => {
    const client = await createTestClient(subject, limited);
    await client.clock.run(Promise.all(Array.from({ length: 130 }, () => client.write())));
    for (const limit of limits.write) expect(most(client, limit)).toBeLessThanOrEqual(limit.requests);
    expect(client.writes).toBe(130);
  });

  it('an aborted call leaves the queue at once', async () => {
    const client = await createTestClient(subject, limited);
    await readAtOnce(client, first);
    const controller = new AbortController();
    const reason = new Error('The user has left.');
    let outcome: unknown = 'pending';
    client.read({ signal: controller.signal }).then(null, (error: unknown) => {
      outcome = error;
    });
    const waiting = client.read();
    await client.clock.idle();
    controller.abort(reason);
    for (let count = 0; outcome === 'pending' && count < 50; count++) await turn();
    expect(outcome).toBe(reason);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(await client.clock.run(waiting)).toEqual({ id: '1' });
    expect(client.server.arrivals).toHaveLength(101);
    expect(client.clock.now()).toBe(60_000);
    expect(client.clock.pending).toBe(0);
  });

  it('a queued call ends at its deadline', async () => {
    const client = await createTestClient(subject, limited);
    await readAtOnce(client, first);
    const error = await client.failure(client.read({ deadline: 10_000 }));
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 10_000 });
    expect(client.clock.now()).toBe(10_000);
    expect(client.server.arrivals).toHaveLength(100);
    expect(client.clock.pending).toBe(0);
  });

  it('a Retry-After of three days delays the next call as long as `maxRetryAfter`', async () => {
    const client = await createTestClient(subject, limited);
    client.clock.chance = 0;
    client.onRead(respond(429, {}, { 'Retry-After': '277403' }), ok);
    expect(await client.failure(client.read())).toMatchObject({ name: 'ApiError', status: 429 });
    expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    expect(client.clock.now()).toBe(60_000);
  });

  it('calls stay within the limits while a token is late', async () => {
    const client = await createTestClient(subject, limited);
    client.onToken(later(29_000, respond(200, { access_token: accessToken, expires_in: 3600 })));
    await readAtOnce(client, 250);
    for (const limit of limits.read) expect(most(client, limit)).toBeLessThanOrEqual(limit.requests);
  });
});

describe.each(limitedSubjects.filter(({ vendor }) => vendor.tokenPath))('$name', (subject) => {
  it('a token that expires while a call is queued is not sent', async () => {
    const client = await createTestClient(subject, { limited: true });
    const lifetime = 240_000;
    const ends = new Map<string, number>();
    client.onToken((incoming) => {
      const token = `t${ends.size + 1}`;
      ends.set(`Bearer ${token}`, incoming.clock.now() + lifetime);
      respond(200, { access_token: token, expires_in: lifetime / 1000 })(incoming);
    });
    let refused = 0;
    client.onRead((incoming) => {
      const { authorization = '' } = incoming.request.headers;
      const good = incoming.clock.now() < (ends.get(authorization) ?? 0);
      if (!good) refused++;
      (good ? ok : respond(401, {}))(incoming);
    });
    const failures: unknown[] = [];
    await client.clock.run(
      Promise.all(Array.from({ length: 900 }, () => client.read().then(null, (error) => failures.push(error)))),
    );
    expect({ failed: failures.length, refused }).toEqual({ failed: 0, refused: 0 });
    expect(client.tokens).toBeLessThanOrEqual(5);
  });
});
