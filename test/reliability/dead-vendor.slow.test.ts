/** A vendor that is dead gets hardly more requests than there are calls. */
import { createMagicBell } from '@plumbline/magicbell';
import { describe, expect, it } from 'vitest';
import { reset, respond } from '../behaviour/steps.ts';
import { startNetwork } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { transports } from '../behaviour/transports.ts';

const outages: readonly (readonly [name: string, step: Step])[] = [
  ['responds with 503', respond(503, {})],
  ['resets each connection', reset('before the head')],
];

describe.each(transports)('over $name', (transport) => {
  it.each(outages)(
    'a vendor that is dead gets at most 1.05 requests for each of 10,000 calls: it %s',
    async (_, step) => {
      const { server, clock, options } = await startNetwork(transport);
      const { broadcasts } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', ...options });
      server.on('/broadcasts', step);
      let failures = 0;
      const callMany = async () => {
        for (let i = 0; i < 100; i++) await broadcasts.list().catch(() => failures++);
      };
      await clock.run(Promise.all(Array.from({ length: 100 }, callMany)));
      expect(failures).toBe(10_000);
      expect(server.arrivals.length).toBeGreaterThan(10_000);
      expect(server.arrivals.length).toBeLessThanOrEqual(10_000 * 1.05);
    },
  );
});
