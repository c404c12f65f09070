/** The documented limits of a vendor, as its server counts them: a client that keeps to them is never refused for them. */
import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { accessToken, type Limit, limitedSubjects } from './clients.ts';
import { type Scene, stage } from './scene.ts';
import type { Arrival, Step } from './scripted-server.ts';
import { answer, later } from './steps.ts';

const ok = answer(200, { id: '1' });
/** Answers 429 until some time, asking to wait for 20 seconds. */
const refuseUntil =
  (end: number): Step =>
  (exchange) =>
    (exchange.clock.now() < end ? answer(429, {}, { 'Retry-After': '20' }) : ok)(exchange);

/** The most requests that any window held. */
function mostInAWindow(arrivals: readonly Arrival[], { seconds }: Limit): number {
  let first = 0;
  return arrivals.reduce((highest, { time }, index) => {
    while ((arrivals[first]?.time ?? 0) <= time - seconds * 1000) first++;
    return Math.max(highest, index - first + 1);
  }, 0);
}

describe.each(limitedSubjects)('$name', (subject) => {
  const { tokenPath, limits = { read: [], write: [] } } = subject.client;
  const limited = { limited: true };
  const most = (scene: Scene, limit: Limit) => mostInAWindow(scene.server.arrivals, limit);
  const readAtOnce = ({ clock, read }: Scene, count: number) =>
    clock.run(Promise.all(Array.from({ length: count }, () => read())));
  /** What is left of the first 100 requests when a token was asked for. */
  const first = tokenPath ? 99 : 100;

  it('sends calls that begin at once as fast as all its windows allow, and no faster', async () => {
    const scene = await stage(subject, limited);
    scene.onToken(answer(200, { access_token: accessToken, expires_in: 86_400 }));
    const hourly = limits.read.some(({ seconds }) => seconds === 3600);
    await readAtOnce(scene, hourly ? 1050 : 250);
    for (const limit of limits.read) expect(most(scene, limit)).toBe(limit.requests);
    expect(scene.reads).toBe(hourly ? 1050 : 250);
    expect(scene.clock.now()).toBe(hourly ? 3_600_000 : 120_000);
    expect(scene.clock.pending).toBe(0);
  });

  it('comes through a storm of 429: 1,000 calls, each refused for half a minute, all answered in the end', async () => {
    const scene = await stage(subject, limited);
    scene.onRead(refuseUntil(30_000));
    expect(await readAtOnce(scene, 1000)).toHaveLength(1000);
    for (const limit of limits.read) expect(most(scene, limit)).toBeLessThanOrEqual(limit.requests);
    expect(scene.clock.pending).toBe(0);
  });

  it('holds all calls back for as long as one of them was asked to wait', async () => {
    const scene = await stage(subject, limited);
    scene.onRead(refuseUntil(1));
    const refused = scene.read();
    await scene.clock.quiet();
    await scene.clock.advance(1000);
    const others = Array.from({ length: 10 }, () => scene.read());
    await scene.clock.run(Promise.all([refused, ...others]));
    expect(scene.server.arrivals.filter(({ time }) => time > 0 && time < 20_000)).toEqual([]);
    expect(scene.clock.now()).toBe(20_000);
  });

  it('counts every request that the server counts: also those for tokens, and calls sent once more', async () => {
    const scene = await stage(subject, limited);
    await readAtOnce(scene, 1);
    // The first token is dead from now on, or the vendor is out for a moment.
    let refusals = 20;
    scene.onToken(answer(200, { access_token: 'second', expires_in: 3600 }));
    scene.onRead((exchange) => (refusals-- > 0 ? answer(tokenPath ? 401 : 503, {}) : ok)(exchange));
    await readAtOnce(scene, 20);
    await readAtOnce(scene, 130);
    for (const limit of limits.read) expect(most(scene, limit)).toBeLessThanOrEqual(limit.requests);
  });

  it('keeps writes to the limit of writes', async () => {
    const scene = await stage(subject, limited);
    await scene.clock.run(Promise.all(Array.from({ length: 130 }, () => scene.write())));
    for (const limit of limits.write) expect(most(scene, limit)).toBeLessThanOrEqual(limit.requests);
    expect(scene.writes).toBe(130);
  });

  it('lets a call leave the queue at once when it is aborted, and leaves nothing behind', async () => {
    const scene = await stage(subject, limited);
    await readAtOnce(scene, first);
    const controller = new AbortController();
    const reason = new Error('The user has left.');
    let outcome: unknown = 'pending';
    scene.read({ signal: controller.signal }).then(null, (error: unknown) => {
      outcome = error;
    });
    const waiting = scene.read();
    await scene.clock.quiet();
    controller.abort(reason);
    for (let count = 0; outcome === 'pending' && count < 50; count++) await turn();
    expect(outcome).toBe(reason);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(await scene.clock.run(waiting)).toEqual({ id: '1' });
    expect(scene.server.arrivals).toHaveLength(101);
    expect(scene.clock.now()).toBe(60_000);
    expect(scene.clock.pending).toBe(0);
  });

  it('does not wait in the queue past the deadline', async () => {
    const scene = await stage(subject, limited);
    await readAtOnce(scene, first);
    const error = await scene.failure(scene.read({ deadline: 10_000 }));
    expect(error).toMatchObject({ name: 'TimeoutError', timeout: 10_000 });
    expect(scene.clock.now()).toBe(10_000);
    expect(scene.server.arrivals).toHaveLength(100);
    expect(scene.clock.pending).toBe(0);
  });

  it('does not make the next call sit out an absurd Retry-After', async () => {
    const scene = await stage(subject, limited);
    scene.onRead(answer(429, {}, { 'Retry-After': '277403' }), ok);
    expect(await scene.failure(scene.read())).toMatchObject({ name: 'ApiError', status: 429 });
    expect(await scene.clock.run(scene.read())).toEqual({ id: '1' });
    // No longer than the longest window that the vendor documents: after that it cannot mean its limits.
    expect(scene.clock.now()).toBeLessThanOrEqual(1000 * Math.max(...limits.read.map(({ seconds }) => seconds)));
  });

  it('holds its limits though tokens come late', async () => {
    const scene = await stage(subject, limited);
    scene.onToken(later(29_000, answer(200, { access_token: accessToken, expires_in: 3600 })));
    await readAtOnce(scene, 250);
    for (const limit of limits.read) expect(most(scene, limit)).toBeLessThanOrEqual(limit.requests);
  });
});

describe.each(limitedSubjects.filter(({ client }) => client.tokenPath))('$name', (subject) => {
  it('sends no call with a token that came to its end while the call was in the queue', async () => {
    const scene = await stage(subject, { limited: true });
    const lifetime = 240_000;
    const ends = new Map<string, number>();
    scene.onToken((exchange) => {
      const token = `t${ends.size + 1}`;
      ends.set(`Bearer ${token}`, exchange.clock.now() + lifetime);
      answer(200, { access_token: token, expires_in: lifetime / 1000 })(exchange);
    });
    let refused = 0;
    scene.onRead((exchange) => {
      const { authorization = '' } = exchange.request.headers;
      const good = exchange.clock.now() < (ends.get(authorization) ?? 0);
      if (!good) refused++;
      (good ? ok : answer(401, {}))(exchange);
    });
    const failures: unknown[] = [];
    await scene.clock.run(
      Promise.all(Array.from({ length: 900 }, () => scene.read().then(null, (error) => failures.push(error)))),
    );
    expect({ failed: failures.length, refused }).toEqual({ failed: 0, refused: 0 });
    expect(scene.tokens).toBeLessThanOrEqual(5);
  });
});
