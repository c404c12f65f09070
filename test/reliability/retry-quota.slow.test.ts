/** An outage, or one operation that always fails, ends neither the retries of later calls nor those of other operations. */
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { reset, respond } from '../behaviour/steps.ts';
import { createTestClient, startNetwork, type TestClient } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { subjects, transports } from '../behaviour/transports.ts';

const busy = respond(503, {});
const ok = respond(200, { id: '1' });
const outages: readonly (readonly [name: string, step: Step])[] = [
  ['responds with 503', busy],
  ['responds with 429', respond(429, {})],
  ['responds with 500', respond(500, 'no')],
  ['resets each connection', reset('before the head')],
  ['resets each body', reset('in the body')],
];
const credentials = { apiKey: 'key', apiSecret: 'secret' };
const times = <T>(count: number, create: () => T): T[] => Array.from({ length: count }, create);

/** Park and Miller's generator, so that each run has the same failures. */
function createRandom(): () => number {
  let seed = 20261127;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

/** The calls, of 1,000, that the standard mode loses with the same failures: 500 tokens, refunded by the price of the last retry. */
function loseByStandardMode(rate: number, price: number): number {
  const fails = createRandom();
  let tokens = 500;
  let lost = 0;
  for (let call = 0; call < 1000; call++) {
    let refund = 1;
    for (let attempt = 1; ; attempt++) {
      if (fails() >= rate) {
        tokens = Math.min(500, tokens + refund);
        break;
      }
      if (attempt === 3 || tokens < price) {
        lost++;
        break;
      }
      tokens -= price;
      refund = price;
    }
  }
  return lost;
}

describe.each(subjects)('$name', (subject) => {
  /** Makes calls at once, of which all fail, and returns the number of retries. */
  const countRetries = async (client: TestClient, count: number) => {
    const before = client.reads;
    const options = { retry: { attempts: 2, baseDelay: 0 } };
    await Promise.all(times(count, () => client.failure(client.read(options))));
    return client.reads - before - count;
  };

  it('about one retry a second comes back by time, and ten at most', async () => {
    const client = await createTestClient(subject);
    client.onRead(busy);
    expect(await countRetries(client, 120)).toBe(100);
    expect(await countRetries(client, 20)).toBe(0);
    await client.clock.advance(3000);
    expect(await countRetries(client, 20)).toBe(3);
    await client.clock.advance(600_000);
    expect(await countRetries(client, 20)).toBe(10);
  });

  it('a call an hour after an outage is retried', async () => {
    const client = await createTestClient(subject);
    client.onRead(busy);
    await countRetries(client, 120);
    expect(await client.failure(client.read())).toMatchObject({ attempts: [{ reason: 'the retry quota is used up' }] });
    for (let hour = 0; hour < 3; hour++) {
      await client.clock.advance(3_600_000);
      client.onRead(busy, busy, ok);
      expect(await client.clock.run(client.read())).toEqual({ id: '1' });
    }
  });
});

describe.each(transports)('over $name', (transport) => {
  const create = async (options = {}) => {
    const network = await startNetwork(transport, options);
    const { users, broadcasts, notifications } = createMagicBell({ ...credentials, ...network.options });
    const fail = () => broadcasts.list().catch(() => {});
    return { ...network, users, notifications, fail };
  };

  it.each(outages)('an operation that always fails does not end the retries of another: it %s', async (_, step) => {
    const { server, clock, fail, users } = await create();
    server.on('/broadcasts', step);
    await clock.run(Promise.all(times(300, fail)));
    for (let i = 0; i < 50; i++) {
      server.on('/users', step, respond(200, { users: [] }));
      const call = users.list();
      await clock.run(Promise.all([fail(), call]));
      expect(await call).toEqual({ users: [] });
    }
  });

  const rates = [0.05, 0.1, 0.2, 0.3, 0.5];
  const failures = [
    { name: 'a 503', step: busy, price: 5 },
    { name: 'no response', step: reset('before the head'), price: 10 },
  ];
  it.each(rates.flatMap((rate) => failures.map((failure) => ({ rate, ...failure }))))(
    'no more of 1,000 calls are lost than in the standard mode of the AWS SDKs, of which $rate get $name',
    async ({ rate, step, price }) => {
      const { server, clock, users } = await create();
      const fails = createRandom();
      server.onAny((incoming) => (fails() < rate ? step : respond(200, { users: [] }))(incoming));
      let lost = 0;
      const callAll = async () => {
        for (let i = 0; i < 1000; i++) await users.list().catch(() => lost++);
      };
      await clock.run(callAll());
      expect(lost).toBeLessThanOrEqual(loseByStandardMode(rate, price));
    },
  );

  it.each([0.05, 0.1, 0.2])('no create with a key fails if a share of %d of the requests is lost', async (rate) => {
    const { server, clock, notifications } = await create({ retry: { attempts: 12, baseDelay: 1 } });
    const created = new Set<string>();
    const random = createRandom();
    server.on('/notifications', (incoming) => {
      if (random() < rate / 2) return reset('before the head')(incoming);
      created.add(String(incoming.request.headers['idempotency-key']));
      (random() < rate / 2 ? reset('in the body') : respond(201, { notification: { id: '1' } }))(incoming);
    });
    const notification = { title: 'Hi', recipients: [{ email: 'mary@example.com' }] };
    const createSome = async () => {
      for (let i = 0; i < 50; i++) await notifications.create({ notification });
    };
    await clock.run(Promise.all(times(20, createSome)));
    expect(created.size).toBe(1000);
  });
});
