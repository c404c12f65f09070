/** A list is many requests: each may fail on its own, and all of them together are one call. */
import { describe, expect, it } from 'vitest';
import { listSubjects } from './clients.ts';
import { stage } from './scene.ts';
import type { Step } from './scripted-server.ts';
import { answer, later, reset, stall } from './steps.ts';

describe.each(listSubjects)('$name', (subject) => {
  const { path, items } = subject.client.list ?? { path: '', items: '' };
  /** A page of five items, two by two, as each vendor's page parameter asks for it. */
  const page: Step = (exchange) => {
    const { query } = exchange.request;
    const from = Number(query.get('from') ?? 2 * (Number(query.get('page') ?? 1) - 1));
    const content = [1, 2, 3, 4, 5].slice(from, from + 2).map((id) => ({ id }));
    answer(200, { [items]: content, total: 5, total_pages: 3, per_page: 2 })(exchange);
  };
  const all = [1, 2, 3, 4, 5].map((id) => ({ id }));

  /** Reads the list, and notes what it handed out until it ended or failed. */
  const read = (list: AsyncIterable<unknown> | undefined) => {
    const handed: unknown[] = [];
    const reading = (async () => {
      for await (const item of list ?? []) handed.push(item);
    })();
    return { handed, reading };
  };

  it('reads a list to its end', async () => {
    const scene = await stage(subject);
    scene.server.on(path, page);
    const { handed, reading } = read(scene.list?.());
    await scene.clock.run(reading);
    expect(handed).toEqual(all);
    expect(scene.server.at(path)).toHaveLength(3);
    expect(scene.clock.pending).toBe(0);
  });

  it.each([
    ['answered 503', answer(503, {})],
    ['answered 429', answer(429, {}, { 'Retry-After': '5' })],
    ['reset', reset('before the head')],
  ])('reads on after a page that was %s, and hands out nothing twice', async (_, step) => {
    const scene = await stage(subject);
    scene.server.on(path, page, step, page, step, page);
    const { handed, reading } = read(scene.list?.());
    await scene.clock.run(reading);
    expect(handed).toEqual(all);
    expect(scene.server.at(path)).toHaveLength(5);
  });

  it('hands out what there was before a page that fails for good', async () => {
    const scene = await stage(subject);
    scene.server.on(path, page, answer(403, {}));
    const { handed, reading } = read(scene.list?.());
    expect(await scene.failure(reading)).toMatchObject({ name: 'ApiError', status: 403 });
    expect(handed).toEqual(all.slice(0, 2));
  });

  it('asks for no further page once the loop is left', async () => {
    const scene = await stage(subject);
    scene.server.on(path, page);
    const reading = (async () => {
      for await (const item of scene.list?.() ?? []) return item;
      return undefined;
    })();
    expect(await scene.clock.run(reading)).toEqual({ id: 1 });
    await scene.clock.quiet();
    expect(scene.server.at(path)).toHaveLength(1);
    expect(scene.clock.pending).toBe(0);
  });

  it('has one deadline for all pages', async () => {
    const scene = await stage(subject);
    scene.server.on(path, later(4000, page));
    const { handed, reading } = read(scene.list?.({ deadline: 10_000 }));
    expect(await scene.failure(reading)).toMatchObject({ name: 'TimeoutError', timeout: 10_000 });
    expect(handed).toEqual(all.slice(0, 4));
    expect(scene.clock.now()).toBe(10_000);
    await scene.clock.quiet();
  });

  it('ends at once when it is aborted while it waits for a page', async () => {
    const scene = await stage(subject);
    scene.server.on(path, page, stall);
    const controller = new AbortController();
    const reason = new Error('The user has left.');
    const { handed, reading } = read(scene.list?.({ signal: controller.signal }));
    const failure = scene.failure(reading);
    await scene.clock.until(() => scene.server.at(path).length === 2);
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(handed).toEqual(all.slice(0, 2));
    expect(scene.clock.now()).toBe(0);
    expect(scene.clock.pending).toBe(0);
  });
});
