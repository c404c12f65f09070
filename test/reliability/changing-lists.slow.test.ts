/** Lists that change between two requests for pages: random lists, page sizes, insertions and deletions, over the real clients. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import type { PaginationError } from '@plumbline/runtime';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Fetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** A list of a vendor: how a client reads it, and what its pages contain. */
interface Subject {
  readonly name: string;
  readonly items: string;
  /** Whether the spec declares the key of an item. */
  readonly hasKey: boolean;
  /** Whether the spec declares a total. */
  readonly hasTotal: boolean;
  readonly list: (fetch: Fetch, size: number | undefined) => AsyncIterable<object>;
}

const motionId = '00000000-0000-0000-0000-00000000000a';
const apiKey = 'key';
const magnify = (fetch: Fetch) => createMagnify({ clientId: 'id', clientSecret: 'secret', fetch });
const subjects: readonly Subject[] = [
  {
    name: 'pages without a total',
    items: 'users',
    hasKey: true,
    hasTotal: false,
    list: (fetch, per_page) =>
      createMagicBell({ apiKey, apiSecret: 'secret', fetch }).users.list({ ...(per_page && { per_page }) }),
  },
  {
    name: 'pages with their number',
    items: 'notifications',
    hasKey: true,
    hasTotal: true,
    list: (fetch, per_page) =>
      createMagicBellUser({ apiKey, userEmail: 'mary@example.com', fetch }).notifications.list({
        ...(per_page && { per_page }),
      }),
  },
  {
    name: 'pages with a total',
    items: 'data',
    hasKey: true,
    hasTotal: true,
    list: (fetch, limit) => createMagnetiq({ apiKey, fetch }).consumers.list({ ...(limit && { limit }) }),
  },
  {
    name: 'offsets',
    items: 'data',
    hasKey: true,
    hasTotal: true,
    list: (fetch, size) => magnify(fetch).motions.list({ ...(size && { size }) }),
  },
  {
    name: 'offsets without a key',
    items: 'data',
    hasKey: false,
    hasTotal: true,
    list: (fetch, size) => magnify(fetch).motions.emailMetrics.list({ motionId, ...(size && { size }) }),
  },
];

/** What happens to the list after a response. */
interface Change {
  readonly inserted: number;
  readonly position: number;
  readonly deleted: readonly number[];
}
interface Scenario {
  readonly length: number;
  readonly size: number | undefined;
  /** The largest page, for any requested size. */
  readonly cap: number;
  readonly hasTotals: boolean;
  readonly changes: readonly Change[];
}

const change = fc.record({
  inserted: fc.nat(6),
  position: fc.nat(40),
  deleted: fc.array(fc.nat(40), { maxLength: 4 }),
});
const scenarioOf = (changes: fc.Arbitrary<Change>): fc.Arbitrary<Scenario> =>
  fc.record({
    length: fc.nat(30),
    size: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
    cap: fc.integer({ min: 1, max: 9 }),
    hasTotals: fc.boolean(),
    changes: fc.array(changes, { maxLength: 8 }),
  });
const anyChanges = scenarioOf(change);
const insertionsAtTheFront = scenarioOf(change.map(({ inserted }) => ({ inserted, position: 0, deleted: [] })));
const deletionsOnly = scenarioOf(change.map(({ deleted }) => ({ inserted: 0, position: 0, deleted })));

/** A vendor whose list changes after each response, and what it sent. */
function startVendor({ items }: Subject, { length, cap, hasTotals, changes }: Scenario) {
  const ids = Array.from({ length }, (_, index) => `item ${index}`);
  const kept = new Set(ids);
  const sent: string[] = [];
  const fetch: Fetch = async (address) => {
    const { pathname, searchParams } = new URL(address);
    if (pathname.endsWith('/token')) return Response.json({ access_token: 'token', expires_in: 3600 });
    const requested = Number(
      searchParams.get('size') ?? searchParams.get('limit') ?? searchParams.get('per_page') ?? 5,
    );
    const size = Math.min(cap, requested);
    const start = Number(searchParams.get('from') ?? (Number(searchParams.get('page') ?? 1) - 1) * size);
    const page = ids.slice(start, start + size).map((id) => ({ id }));
    const totals = hasTotals && { total: ids.length, total_pages: Math.ceil(ids.length / size) };
    const { inserted = 0, position = 0, deleted = [] } = changes[sent.length] ?? {};
    const added = Array.from({ length: inserted }, (_, index) => `added ${sent.length}.${index}`);
    sent.push(JSON.stringify(page));
    ids.splice(position, 0, ...added);
    for (const index of deleted) for (const id of ids.splice(index, 1)) kept.delete(id);
    return Response.json({ [items]: page, per_page: size, ...totals });
  };
  return { fetch, sent, kept };
}

async function read(subject: Subject, scenario: Scenario) {
  const { fetch, sent, kept } = startVendor(subject, scenario);
  const yielded: string[] = [];
  let error: PaginationError | undefined;
  try {
    for await (const item of subject.list(fetch, scenario.size)) yielded.push((item as { id: string }).id);
  } catch (cause) {
    error = cause as PaginationError;
  }
  const isStuck = sent.some((page, index) => page === sent[index + 1] && page === sent[index + 2]);
  return { yielded, error, sent, kept, isStuck };
}

const check = (scenarios: fc.Arbitrary<Scenario>, test: (scenario: Scenario) => Promise<void>) =>
  fc.assert(fc.asyncProperty(scenarios, test), { numRuns: 100 });

describe.each(subjects.filter(({ hasKey }) => hasKey))('a list with a key by $name', (subject) => {
  it('a list with a key yields no item twice', () =>
    check(anyChanges, async (scenario) => {
      const { yielded } = await read(subject, scenario);
      expect(new Set(yielded).size).toBe(yielded.length);
    }));
});

describe.each(subjects)('a list by $name', (subject) => {
  it('a list ends without an error, unless three equal pages in a row are all that the vendor says', () =>
    check(anyChanges, async (scenario) => {
      const { error, yielded, isStuck } = await read(subject, scenario);
      if (!error) return;
      expect(error).toMatchObject({ name: 'PaginationError', reason: 'repeated', count: yielded.length });
      expect({ isStuck, isBounded: scenario.hasTotals && subject.hasTotal }).toEqual({
        isStuck: true,
        isBounded: false,
      });
    }));

  it('a list requests as many pages as it has, and one more for each change', () =>
    check(anyChanges, async (scenario) => {
      const { length, cap, size = 5, changes } = scenario;
      const { sent } = await read(subject, scenario);
      const longest = length + changes.reduce((sum, { inserted }) => sum + inserted, 0);
      expect(sent.length).toBeLessThanOrEqual(Math.ceil(longest / Math.min(cap, size)) + changes.length + 1);
    }));

  it('a list yields all items that it had at first if others are inserted at the front', () =>
    check(insertionsAtTheFront, async (scenario) => {
      const { yielded, kept, error } = await read(subject, scenario);
      if (!error) expect([...kept].filter((id) => !yielded.includes(id))).toEqual([]);
    }));

  it('a list never fails, and yields no item twice, if items are deleted', () =>
    check(deletionsOnly, async (scenario) => {
      const { yielded, error } = await read(subject, scenario);
      expect(error).toBeUndefined();
      expect(new Set(yielded).size).toBe(yielded.length);
    }));

  it('a list that does not change is yielded once and in order', () =>
    check(scenarioOf(fc.constant({ inserted: 0, position: 0, deleted: [] })), async (scenario) => {
      const { yielded, kept, error } = await read(subject, scenario);
      expect(error).toBeUndefined();
      expect(yielded).toEqual([...kept]);
    }));
});
