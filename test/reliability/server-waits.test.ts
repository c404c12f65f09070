/** A server's wait is taken with sense: never as zero, measured by the server's own clock, and spread over the callers. */
import { describe, expect, it } from 'vitest';
import { respond } from '../behaviour/steps.ts';
import { createTestClient, type TestClient } from '../behaviour/test-client.ts';
import { limitedSubjects, subjects, transports } from '../behaviour/transports.ts';

const ok = respond(200, { id: '1' });
const second = 1000;
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The three forms of a date (RFC 9110 §5.6.7). */
const forms: readonly (readonly [name: string, format: (time: number) => string])[] = [
  ['IMF-fixdate', (time) => new Date(time).toUTCString()],
  [
    'RFC 850',
    (time) => {
      const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
      return `${days[new Date(time).getUTCDay()]}, ${day}-${month}-${year?.slice(2)} ${clock} GMT`;
    },
  ],
  [
    'asctime',
    (time) => {
      const [weekday, day, month, year, clock] = new Date(time).toUTCString().split(' ');
      return `${weekday?.slice(0, 3)} ${month} ${String(Number(day)).padStart(2)} ${clock} ${year}`;
    },
  ],
];

describe.each(subjects)('$name', (subject) => {
  const { readPath } = subject.vendor;
  const delays = ({ server }: TestClient) => {
    const times = server.at(readPath).map(({ time }) => time);
    return times.slice(1).map((time, index) => time - (times[index] as number));
  };
  const create = async (headers: (now: number) => Record<string, string>, status = 429) => {
    const client = await createTestClient(subject);
    client.clock.chance = 0.5;
    client.onRead(respond(status, {}, headers(client.clock.date())), ok);
    await client.clock.run(client.read());
    return delays(client);
  };

  it.each([
    ['0', '0'],
    ['0.0', '0.0'],
    ['00', '00'],
    ['negative', '-60'],
  ])('a wait of %s becomes the backoff of the client', async (_, value) => {
    expect(await create(() => ({ 'Retry-After': value }))).toEqual([250]);
    expect(await create(() => ({ 'Retry-After': value }), 503)).toEqual([250]);
  });

  it('a wait of zero milliseconds is the wait in seconds, else the backoff of the client', async () => {
    expect(await create(() => ({ 'Retry-After-Ms': '0', 'Retry-After': '2' }))).toEqual([2100]);
    expect(await create(() => ({ 'Retry-After-Ms': '0' }))).toEqual([250]);
  });

  it.each(forms)('a wait until a date in the past becomes the backoff of the client: %s', async (_, format) => {
    expect(await create((now) => ({ 'Retry-After': format(now - 60 * second) }))).toEqual([250]);
  });

  it.each(forms)('a wait until a date is honored, and up to 10 %% longer: %s', async (_, format) => {
    expect(await create((now) => ({ 'Retry-After': format(now + 20 * second) }))).toEqual([21_000]);
  });

  it.each([
    ['five minutes ahead', 300],
    ['five minutes behind', -300],
    ['a year ahead', 31_536_000],
    ['a year behind', -31_536_000],
  ])('a wait until a date is measured by the Date of the response: the vendor’s clock is %s', async (_, skew) => {
    const headers = (now: number) => ({
      Date: new Date(now + skew * second).toUTCString(),
      'Retry-After': new Date(now + (skew + 20) * second).toUTCString(),
    });
    expect(await create(headers)).toEqual([21_000]);
  });

  it('a wait until a date is measured by the local clock if the Date of the response is invalid', async () => {
    const headers = (now: number) => ({ Date: 'today', 'Retry-After': new Date(now + 20 * second).toUTCString() });
    expect(await create(headers)).toEqual([21_000]);
  });

  it('a wait is never shorter than the vendor asks, and at most 10 % longer', async () => {
    for (const [chance, delay] of [
      [0, 7000],
      [0.999, 7699.3],
    ] as const) {
      const client = await createTestClient(subject);
      client.clock.chance = chance;
      client.onRead(respond(429, {}, { 'Retry-After': '7' }), ok);
      await client.clock.run(client.read());
      expect(delays(client)[0]).toBeCloseTo(delay);
    }
  });
});

describe.each(transports)('over $name', (transport) => {
  it('50 calls that receive the same wait do not return in one instant', async () => {
    const [subject] = subjects.filter((one) => one.transport === transport);
    if (!subject) throw new Error('No subject uses this transport.');
    const client = await createTestClient(subject);
    let seed = 1;
    client.clock.random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    client.onRead(...Array.from({ length: 50 }, () => respond(429, {}, { 'Retry-After': '2' })), ok);
    await client.clock.run(Promise.all(Array.from({ length: 50 }, () => client.read())));
    const returns = client.server
      .at(subject.vendor.readPath)
      .slice(50)
      .map(({ time }) => time);
    expect(Math.min(...returns)).toBeGreaterThanOrEqual(2000);
    expect(Math.max(...returns)).toBeLessThanOrEqual(2200);
    expect(new Set(returns).size).toBeGreaterThan(40);
  });
});

describe.each(limitedSubjects)('$name with its limits', (subject) => {
  it.each([
    ['0', '0'],
    ['a past date', 'Sun, 22 Nov 2020 12:00:00 GMT'],
    ['nothing', undefined],
  ])('a 429 with a wait of %s pauses the others for the shortest window', async (_, value) => {
    const client = await createTestClient(subject, { limited: true, retry: false });
    client.onRead(respond(429, {}, value ? { 'Retry-After': value } : {}), ok);
    await client.failure(client.read());
    await client.clock.run(client.read());
    expect(client.server.at(subject.vendor.readPath).map(({ time }) => time)).toEqual([0, 60_000]);
  });

  it.each([
    [{ maxRetryAfter: 900_000 }, '600', 600_000],
    [{ maxRetryAfter: 100_000 }, '600', 100_000],
    [undefined, '600', 60_000],
    [undefined, '30', 30_000],
  ])('a 429 pauses the others as long as %j permits: a Retry-After of %s for %d ms', async (retry, value, pause) => {
    const client = await createTestClient(subject, { limited: true, retry });
    client.clock.chance = 0;
    client.onRead(respond(429, {}, { 'Retry-After': value }), ok);
    const first = client.read({ retry: { attempts: 1, ...retry } });
    await client.failure(first);
    await client.clock.run(client.read());
    expect(client.server.at(subject.vendor.readPath).map(({ time }) => time)).toEqual([0, pause]);
  });
});
