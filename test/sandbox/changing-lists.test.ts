/** Lists are read to their ends while items come and go: nothing is yielded twice, and only as many are missed as were deleted. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createSandbox, type SandboxResource } from '@plumbline/sandbox';
import magicbell from '@plumbline/spec-magicbell/sandbox';
import magnetiq from '@plumbline/spec-magnetiq/sandbox';
import magnify from '@plumbline/spec-magnify/sandbox';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface List {
  readonly resource: SandboxResource;
  /** The item that is made for a number. */
  readonly make: (index: number) => object;
  /** What identifies an item. The email metrics have no id: their time does. */
  readonly key: string;
  readonly read: (size: number) => AsyncIterable<object>;
}

const motionId = 'motion_00000000-0000-4000-a000-00000000000a';
const subjects: readonly (readonly [name: string, start: () => List])[] = [
  [
    'users, the newest first, without a total',
    () => {
      const { resources, credentials, fetch } = createSandbox(magicbell);
      const { users } = createMagicBell({ ...credentials, fetch });
      const make = (index: number) => ({ email: `${index}@example.com` });
      return { resource: resources.user, make, key: 'id', read: (per_page) => users.list({ per_page }) };
    },
  ],
  [
    'an inbox, the newest first, with a count of pages',
    () => {
      const { resources, credentials, fetch } = createSandbox(magicbell);
      const [user] = resources.user.add({ email: 'ada@example.com' });
      const { notifications } = createMagicBellUser({
        apiKey: credentials.apiKey,
        userEmail: 'ada@example.com',
        fetch,
      });
      const make = (index: number) => ({ user_id: user?.id, title: String(index) });
      return {
        resource: resources.notification,
        make,
        key: 'id',
        read: (per_page) => notifications.list({ per_page }),
      };
    },
  ],
  [
    'consumers, the oldest first, with a total',
    () => {
      const { resources, credentials, fetch } = createSandbox(magnetiq);
      const { consumers } = createMagnetiq({ ...credentials, fetch });
      return { resource: resources.consumer, make: () => ({}), key: 'id', read: (limit) => consumers.list({ limit }) };
    },
  ],
  [
    'motions by offset',
    () => {
      const { resources, credentials, fetch } = createSandbox(magnify);
      const { motions } = createMagnify({ ...credentials, fetch });
      const make = (version: number) => ({ name: 'Trial', version, createdAt: 0, createdBy: 'u', state: 'DRAFT' });
      return { resource: resources.motion, make, key: 'id', read: (size) => motions.list({ size }) };
    },
  ],
  [
    'email metrics by offset, without a key',
    () => {
      const { resources, credentials, fetch } = createSandbox(magnify);
      resources.motion.add({ id: motionId });
      const { emailMetrics } = createMagnify({ ...credentials, fetch }).motions;
      const make = (occurredAt: number) => ({ motion: { id: motionId }, occurredAt });
      const read = (size: number) => emailMetrics.list({ motionId, size });
      return { resource: resources.emailMetric, make, key: 'occurredAt', read };
    },
  ],
];

const changes = fc.array(fc.record({ added: fc.nat(3), removed: fc.array(fc.nat(20), { maxLength: 3 }) }));
const scenarios = fc.record({ length: fc.nat(12), size: fc.integer({ min: 1, max: 5 }), changes });
type Scenario = typeof scenarios extends fc.Arbitrary<infer Value> ? Value : never;

/** Reads a list. After each item of a new page, the next change is made. */
async function readWhileChanging(start: () => List, { length, size, changes: all }: Scenario) {
  const { resource, make, key, read } = start();
  let made = 0;
  const add = (count: number) => Array.from({ length: count }, () => resource.add(make(++made))).flat();
  const staying = new Set(add(length).map((item) => item[key]));
  const yielded: unknown[] = [];
  let removed = 0;
  for await (const item of read(size)) {
    yielded.push((item as Record<string, unknown>)[key]);
    const change = (yielded.length - 1) % size === 0 ? all[(yielded.length - 1) / size] : undefined;
    add(change?.added ?? 0);
    for (const index of change?.removed ?? []) {
      const item = resource.all()[index];
      if (!resource.remove(String(item?.id ?? ''))) continue;
      staying.delete(item?.[key]);
      removed++;
    }
  }
  const missed = [...staying].filter((id) => !yielded.includes(id));
  return { yielded, missed, removed };
}

describe.each(subjects)('%s', (_, start) => {
  it('a list yields no item twice, and misses at most as many as were deleted', async () => {
    const property = fc.asyncProperty(scenarios, async (scenario) => {
      const { yielded, missed, removed } = await readWhileChanging(start, scenario);
      expect(new Set(yielded).size).toBe(yielded.length);
      expect(missed.length).toBeLessThanOrEqual(removed);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
