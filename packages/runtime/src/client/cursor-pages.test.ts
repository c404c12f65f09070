import { describe, expect, it } from 'vitest';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import type { Reply } from './call.ts';
import { listByCursor } from './cursor-pages.ts';
import type { PageRequest } from './pagination.ts';
import { readResult } from './result.ts';

const byCursor: Pagination = { style: 'cursor', parameter: 'cursor', items: ['data'], next: ['meta', 'next'] };
const byLast: Pagination = { style: 'cursor', parameter: 'after', items: [], last: ['id'], key: 'id' };

/** Reads a list whose pages are the bodies of a script, in their order. */
async function read(pagination: Pagination, bodies: readonly unknown[], parameters = {}) {
  const operation: OperationDefinition = { method: 'GET', path: '/things', pagination };
  const sent: unknown[] = [];
  const send = async (page: PageRequest): Promise<Reply> => {
    const body = JSON.stringify(bodies[sent.length] ?? bodies.at(-1));
    sent.push(page.parameters);
    return {
      call: { line: operation, attempts: [], url: '' },
      result: readResult(new Response(), body, 'application/json'),
    };
  };
  const items: unknown[] = [];
  let error: unknown;
  try {
    for await (const item of listByCursor(operation, { parameters }, send)) items.push(item);
  } catch (cause) {
    error = cause;
  }
  return { sent, items, error };
}
const page = (data: unknown[], next?: unknown) => ({ data, meta: { next } });

describe('a list by cursors', () => {
  it('a list by cursors keeps the other parameters, and begins at the cursor of the caller', async () => {
    const { sent, items } = await read(byCursor, [page([1], 'b'), page([2])], { state: 'x', cursor: 'a' });
    expect(items).toEqual([1, 2]);
    expect(sent).toEqual([
      { state: 'x', cursor: 'a' },
      { state: 'x', cursor: 'b' },
    ]);
  });

  it.each([[null], [''], [0], [false], [undefined]])('a list by cursors ends at the cursor %j', async (end) => {
    expect(await read(byCursor, [page([1], 5), page([2], end)])).toMatchObject({ items: [1, 2], error: undefined });
  });

  it('a list by cursors goes on after empty pages', async () => {
    const pages = ['a', 'b', 'c', 'd'].map((cursor) => page([], cursor));
    expect(await read(byCursor, [...pages, page([1])])).toMatchObject({ items: [1], error: undefined });
  });

  it.each([
    ['the next one', [page([1], 'a'), page([2], 'a')], 2],
    ['an earlier one', [page([1], 'a'), page([2], 'b'), page([3], 'a')], 3],
    ['that of an object', [page([1], { id: 1 }), page([2], { id: 1 })], 2],
  ])('a list by cursors throws if the vendor repeats a cursor, %s', async (_, pages, count) => {
    const { error, sent } = await read(byCursor, pages);
    expect(error).toMatchObject({ name: 'PaginationError', reason: 'repeated', count });
    expect(sent).toHaveLength(count);
  });

  it('a list by cursors throws if the vendor repeats the cursor of the caller', async () => {
    const { error, sent } = await read(byCursor, [page([1], 'a')], { cursor: 'a' });
    expect(error).toMatchObject({ reason: 'repeated', count: 1 });
    expect(sent).toHaveLength(1);
  });

  it('a list by cursors throws if the vendor sends the same page under new cursors', async () => {
    const { error } = await read(
      byCursor,
      [1, 2, 3, 4].map((cursor) => page([1], cursor)),
    );
    expect(error).toMatchObject({ reason: 'repeated', count: 2 });
  });

  it('a list by cursors throws if a page has no list', async () => {
    const { error } = await read(byCursor, [page([1], 'a'), { data: 'text' }]);
    expect(error).toMatchObject({ reason: 'malformed', count: 1 });
  });

  it('a list by cursors ends where the vendor says that there is no more, and else wants a cursor', async () => {
    const flagged: Pagination = { ...byCursor, more: ['more'] };
    const ended = await read(flagged, [
      { ...page([1], 'a'), more: true },
      { ...page([2], 'b'), more: false },
    ]);
    expect(ended).toMatchObject({ items: [1, 2], error: undefined });
    const cut = await read(flagged, [{ ...page([1]), more: true }]);
    expect(cut.error).toMatchObject({ reason: 'truncated', count: 1 });
    expect(await read(flagged, [{ ...page([1]), more: null }])).toMatchObject({ items: [1], error: undefined });
  });
});

describe('a list after its last item', () => {
  it('a list after its last item ends with an empty page', async () => {
    const { sent, items } = await read(byLast, [[{ id: 1 }, { id: 2 }], [{ id: 3 }], []]);
    expect(items).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(sent).toEqual([{}, { after: 2 }, { after: 3 }]);
  });

  it('a list after its last item yields no item twice, also where the list is the body', async () => {
    const { items, error } = await read(byLast, [[{ id: 1 }, { id: 2 }], [{ id: 2 }, { id: 3 }], []]);
    expect(items).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(error).toBeUndefined();
  });

  it('a list after its last item throws if the vendor ignores the parameter', async () => {
    const { error } = await read(byLast, [[{ id: 1 }, { id: 2 }]]);
    expect(error).toMatchObject({ reason: 'repeated', count: 2 });
  });
});

it('a list drops repeated items below an object, and keeps what stands beside them', async () => {
  const nested: Pagination = { ...byCursor, items: ['result', 'data'], key: 'id' };
  const operation: OperationDefinition = { method: 'GET', path: '/things', pagination: nested };
  const bodies = [
    { result: { data: [{ id: 1 }] }, meta: { next: 'a' } },
    { result: { data: [{ id: 1 }, { id: 2 }], note: 'kept' }, meta: {} },
  ];
  const send = async ({ parameters: { cursor } }: PageRequest): Promise<Reply> => ({
    call: { line: operation, attempts: [], url: '' },
    result: readResult(new Response(), JSON.stringify(bodies[cursor ? 1 : 0]), 'application/json'),
  });
  const pages: unknown[] = [];
  for await (const one of listByCursor(operation, { parameters: {} }, send).pages()) pages.push(one);
  expect(pages).toEqual([bodies[0], { result: { data: [{ id: 2 }], note: 'kept' }, meta: {} }]);
});
