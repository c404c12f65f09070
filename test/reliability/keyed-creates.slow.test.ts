/** 20,000 creates with keys, of which the network loses 20 % of the requests: each is created once, and no call fails. */
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { reset, respond, truncate } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { transports } from '../behaviour/transports.ts';

const total = 20_000;
/** The ways in which the network loses a request or its response. */
const losses: readonly Step[] = [reset('before the head'), reset('in the body'), truncate];

/** Park and Miller's generator, so that each run has the same losses. */
function createRandom(): () => number {
  let seed = 20261127;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}

describe.each(transports)('over $name', (transport) => {
  it('each of 20,000 creates with a key is created once, and no call fails', async () => {
    const { server, clock, options } = await startNetwork(transport, { retry: { attempts: 12, baseDelay: 1 } });
    const { notifications } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
    const random = createRandom();
    const created = new Map<string, string>();
    const titles = new Map<string, number>();
    server.on('/notifications', (incoming) => {
      const isLost = random() < 0.2;
      const loss = losses[Math.floor(random() * losses.length)] as Step;
      if (isLost && loss === losses[0]) return loss(incoming);
      const key = String(incoming.request.headers['idempotency-key']);
      const { title } = JSON.parse(incoming.request.body).notification;
      // The vendor honors the key: a second request with it creates nothing.
      if (!created.has(key)) {
        created.set(key, title);
        titles.set(title, (titles.get(title) ?? 0) + 1);
      }
      (isLost ? loss : respond(201, { notification: { id: created.get(key) } }))(incoming);
      // The test keeps no record of 25,000 requests.
      server.forget();
    });
    const work = Array.from({ length: total }, (_, index) => `Task ${index}`).values();
    const wrong: unknown[] = [];
    const create = async () => {
      for (const title of work) {
        const body = await notifications.create({ notification: { title, recipients: [{ email: 'a@example.com' }] } });
        if (body.notification?.id !== title) wrong.push(title);
      }
    };
    // All of them can wait for a retry at once, as the clock stands still until then: the retry quota pays for 50.
    await clock.run(Promise.all(Array.from({ length: 40 }, create)));
    expect(wrong).toEqual([]);
    expect(titles.size).toBe(total);
    expect([...titles.values()].filter((count) => count !== 1)).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
