/** A list is one call of several requests, and each request may fail. */
import { describe, expect, it } from 'vitest';
import { later, reset, respond, stall, stallInBody, truncate } from './steps.ts';
import { createTestClient } from './test-client.ts';
import type { Step } from './test-server.ts';
import { listSubjects } from './transports.ts';

describe.each(listSubjects)('$name', (subject) => {
  const { path, items } = subject.vendor.list ?? { path: '', items: '' };
  /** Responds with a page of two of five items, by the page parameter of each vendor. */
  const page: Step = (incoming) => {
    const { query } = incoming.request;
    const from = Number(query.get('from') ?? 2 * (Number(query.get('page') ?? 1) - 1));
    const content = [1, 2, 3, 4, 5].slice(from, from + 2).map((id) => ({ id }));
    respond(200, { [items]: content, total: 5, total_pages: 3, per_page: 2 })(incoming);
  };
  const all = [1, 2, 3, 4, 5].map((id) => ({ id }));

  /** Reads a list and collects the items that it yields until it ends or fails. */
  const read = (list: AsyncIterable<unknown> | undefined) => {
    const yielded: unknown[] = [];
    const reading = (async () => {
      for await (const item of list ?? []) yielded.push(item);
    })();
    return { yielded, reading };
  };

  it('a list yields all items', async () => {
    const client = await createTestClient(subject);
    client.server.on(path, page);
    const { yielded, reading } = read(client.list?.());
    await client.clock.run(reading);
    expect(yielded).toEqual(all);
    expect(client.server.at(path)).toHaveLength(3);
    expect(client.clock.pending).toBe(0);
  });

  it.each([
    ['a 503', respond(503, {})],
    ['a 429', respond(429, {}, { 'Retry-After': '5' })],
    ['a reset before the head', reset('before the head')],
    ['a reset in the body', reset('in the body')],
    ['a truncated body', truncate],
    ['a stalled body', stallInBody],
  ])('a list continues after %s, and yields no item twice', async (_, step) => {
    const client = await createTestClient(subject);
    client.server.on(path, page, step, page, step, page);
    const { yielded, reading } = read(client.list?.());
    await client.clock.run(reading);
    expect(yielded).toEqual(all);
    expect(client.server.at(path)).toHaveLength(5);
  });

  it('a list yields the items of all pages before a final error', async () => {
    const client = await createTestClient(subject);
    client.server.on(path, page, respond(403, {}));
    const { yielded, reading } = read(client.list?.());
    expect(await client.failure(reading)).toMatchObject({ name: 'ApiError', status: 403 });
    expect(yielded).toEqual(all.slice(0, 2));
  });

  it('a list requests no page after the caller leaves the loop', async () => {
    const client = await createTestClient(subject);
    client.server.on(path, page);
    const reading = (async () => {
      for await (const item of client.list?.() ?? []) return item;
      return undefined;
    })();
    expect(await client.clock.run(reading)).toEqual({ id: 1 });
    await client.clock.idle();
    expect(client.server.at(path)).toHaveLength(1);
    expect(client.clock.pending).toBe(0);
  });

  it('a list has one deadline for all pages', async () => {
    const client = await createTestClient(subject);
    client.server.on(path, later(4000, page));
    const { yielded, reading } = read(client.list?.({ deadline: 10_000 }));
    expect(await client.failure(reading)).toMatchObject({ name: 'TimeoutError', timeout: 10_000 });
    expect(yielded).toEqual(all.slice(0, 4));
    expect(client.clock.now()).toBe(10_000);
    await client.clock.idle();
  });

  it('an abort ends a list that waits for a page', async () => {
    const client = await createTestClient(subject);
    client.server.on(path, page, stall);
    const controller = new AbortController();
    const reason = new Error('The user has left.');
    const { yielded, reading } = read(client.list?.({ signal: controller.signal }));
    const failure = client.failure(reading);
    await client.clock.until(() => client.server.at(path).length === 2);
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(yielded).toEqual(all.slice(0, 2));
    expect(client.clock.now()).toBe(0);
    expect(client.clock.pending).toBe(0);
  });
});
