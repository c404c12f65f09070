import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { expectNoUnhandledRejection } from '../../test/rejections.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import type { Reply } from './call.ts';
import { listByCount } from './counted-pages.ts';
import type { PagedCall } from './paged-call.ts';
import type { PageRequest } from './pagination.ts';
import { readResult } from './result.ts';

interface List {
  data: number[];
  total?: number;
}
type Fields = Readonly<Record<string, unknown>>;

expectNoUnhandledRejection();

const byOffset: Pagination = {
  parameter: 'from',
  style: 'offset',
  sizeParameter: 'size',
  items: ['data'],
  total: ['total'],
};
const byPage: Pagination = {
  parameter: 'page',
  style: 'page',
  sizeParameter: 'limit',
  items: ['data'],
  total: ['total'],
};
const all = Array.from({ length: 25 }, (_, index) => index);

/** Makes a call of a list. `respond` is the vendor; `sent` are the parameters of the requested pages. */
function list(pagination: Pagination, parameters: Fields, respond: (parameters: Fields) => unknown) {
  const operation: OperationDefinition = { method: 'GET', path: '/things', pagination };
  const sent: Fields[] = [];
  const send = async ({ parameters: page }: PageRequest): Promise<Reply> => {
    sent.push(page);
    const body = respond(page);
    const response = body instanceof Response ? body : new Response();
    const { ok, status } = response;
    const result = ok
      ? readResult(response, JSON.stringify(body), 'application/json')
      : { ok, status, error: undefined, response };
    return { call: { line: operation, attempts: [], url: '' }, result };
  };
  return { call: listByCount(operation, { parameters }, send) as PagedCall<List, number>, sent };
}
const offsets = ({ from = 0, size = 10 }: Fields) => ({
  data: all.slice(Number(from), Number(from) + Number(size)),
  total: all.length,
});
const pages = ({ page = 1, limit = 10 }: Fields) => ({
  data: all.slice((Number(page) - 1) * Number(limit), Number(page) * Number(limit)),
});
async function read<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

it('a paged call that is awaited resolves with one page', async () => {
  const { call, sent } = list(byOffset, { size: 5 }, offsets);
  expect(await call).toEqual({ data: [0, 1, 2, 3, 4], total: 25 });
  expect(await call.result()).toMatchObject({ ok: true, status: 200 });
  expect(sent).toEqual([{ size: 5 }]);
});

describe('a paged call that is iterated', () => {
  it('a paged call yields all items by offset', async () => {
    const { call, sent } = list(byOffset, { state: 'x' }, offsets);
    expect(await read(call)).toEqual(all);
    expect(sent).toEqual([{ state: 'x' }, { state: 'x', from: 10 }, { state: 'x', from: 20 }]);
  });

  it('a paged call yields all items by page number', async () => {
    const { call, sent } = list(byPage, { limit: 10 }, pages);
    expect(await read(call)).toEqual(all);
    expect(sent.map(({ page = 1 }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('a paged call yields all items from the offset of the caller', async () => {
    const { call, sent } = list(byOffset, { from: 20, size: 2 }, offsets);
    expect(await read(call)).toEqual([20, 21, 22, 23, 24]);
    expect(sent.map(({ from }) => from)).toEqual([20, 22, 24]);
  });

  it('a paged call yields all items of a bare array', async () => {
    const { call, sent } = list(byOffset, {}, (page) => offsets(page).data);
    expect(await read(call)).toEqual(all);
    // Without a total, only an empty page is the end.
    expect(sent).toHaveLength(4);
  });

  it('a paged call yields all items each time, with one request for the first page', async () => {
    const { call, sent } = list(byOffset, { size: 20 }, offsets);
    await call;
    expect(await read(call)).toEqual(all);
    expect(await read(call)).toEqual(all);
    expect(sent).toEqual([{ size: 20 }, { size: 20, from: 20 }, { size: 20, from: 20 }]);
  });

  it.each([
    [{ data: [], total: 25 }],
    [[]],
    [{ total: 0 }],
    [{}],
    [{ data: null }],
    [{ errors: [] }],
    [null],
    [undefined],
  ])('a paged call yields no items if the page is %j', async (body) => {
    const { call, sent } = list(byOffset, {}, () => body);
    expect(await read(call)).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it.each([['text'], [5], [{ data: 'text' }], [{ data: {} }], [{ data: 0 }]])(
    'a paged call throws if a page is %j',
    async (body) => {
      const { call } = list(byOffset, {}, ({ from }) => (from ? body : { data: [1, 2], total: 10 }));
      const yielded: number[] = [];
      const reading = (async () => {
        for await (const item of call) yielded.push(item);
      })();
      await expect(reading).rejects.toMatchObject({ name: 'PaginationError', reason: 'malformed', count: 2 });
      expect(yielded).toEqual([1, 2]);
    },
  );

  it('a paged call ends at an empty page if the total is too large', async () => {
    const { call, sent } = list(byOffset, {}, (page) => ({ ...offsets(page), total: 1000 }));
    expect(await read(call)).toEqual(all);
    expect(sent).toHaveLength(4);
  });
});

describe('pages()', () => {
  it('pages() yields pages, and requests each when the loop reaches it', async () => {
    const { call, sent } = list(byOffset, {}, offsets);
    const sizes: number[][] = [];
    for await (const page of call.pages()) sizes.push([page.data.length, sent.length]);
    expect(sizes).toEqual([
      [10, 1],
      [10, 2],
      [5, 3],
    ]);
  });

  it('pages() yields the only page if it is empty', async () => {
    expect(await read(list(byOffset, {}, () => ({ data: [] })).call.pages())).toEqual([{ data: [] }]);
  });
});

it('a paged call requests no further page after a break', async () => {
  const { call, sent } = list(byOffset, {}, offsets);
  for await (const item of call) if (item === 9) break;
  expect(sent).toHaveLength(1);
});

it('a paged call says what it is to console.log', () => {
  const { call } = list(byOffset, {}, offsets);
  expect(inspect(call)).toBe('PagedCall [GET /things: await it for one page, or loop over it for all items] {}');
});

describe('toArray()', () => {
  it.each([
    [0, 0, 1],
    [1, 1, 1],
    [10, 10, 1],
    [11, 11, 2],
    [25, 25, 3],
    [1000, 25, 3],
    [Number.POSITIVE_INFINITY, 25, 3],
  ])('toArray() with limit %d reads %d items in %d requests', async (limit, length, requests) => {
    const { call, sent } = list(byOffset, {}, offsets);
    expect(await call.toArray({ limit })).toEqual(all.slice(0, length));
    expect(sent).toHaveLength(requests);
  });

  it('toArray() with limit 0 resolves if the call fails, and leaves no rejection unhandled', async () => {
    const { call } = list(byOffset, {}, () => {
      throw new Error('no response');
    });
    expect(await call.toArray({ limit: 0 })).toEqual([]);
  });

  it.each([[undefined], [{}], [{ limit: -1 }], [{ limit: Number.NaN }]])(
    'toArray(%j) throws an error that explains the limit',
    async (options) => {
      const { call } = list(byOffset, {}, offsets);
      await expect(call.toArray(options as never)).rejects.toThrow(
        '/things: pass toArray({ limit }), or loop with `for await`.',
      );
    },
  );

  it('toArray() throws the error of the call', async () => {
    const { call } = list(byOffset, {}, () => new Response(null, { status: 500 }));
    await expect(call.toArray({ limit: 5 })).rejects.toMatchObject({ name: 'ApiError', status: 500 });
  });
});

describe('a list that cannot be read to its end', () => {
  it('a list that cannot be read to its end yields its first items, then throws', async () => {
    const { call, sent } = list({ ...byOffset, maxValue: 10 }, {}, offsets);
    const items: number[] = [];
    const reading = (async () => {
      for await (const item of call) items.push(item);
    })();
    await expect(reading).rejects.toMatchObject({ name: 'PaginationError', reason: 'truncated', count: 20, total: 25 });
    expect(items).toEqual(all.slice(0, 20));
    expect(sent).toHaveLength(2);
  });

  it('a list throws if the vendor sends the same page three times in a row, and no total', async () => {
    const { call, sent } = list(byPage, {}, () => ({ data: [1, 2, 3] }));
    await expect(read(call)).rejects.toMatchObject({ name: 'PaginationError', reason: 'repeated', count: 6 });
    expect(sent).toHaveLength(3);
  });

  it('a list ends at its total if the vendor sends the same page each time', async () => {
    const { call, sent } = list(byPage, {}, () => ({ data: [1, 2, 3], total: 10 }));
    expect(await read(call)).toHaveLength(12);
    expect(sent).toHaveLength(4);
  });

  it('a list throws if the vendor caps the size of the page at the largest offset', async () => {
    const { call, sent } = list({ ...byOffset, maxValue: 10 }, { size: 1000 }, ({ from }) => ({
      ...offsets({ from }),
    }));
    await expect(read(call)).rejects.toMatchObject({ reason: 'truncated', count: 20, total: 25 });
    expect(sent.map(({ from }) => from)).toEqual([undefined, 10]);
  });

  it('a list throws the ApiError of a later page', async () => {
    const { call } = list(byOffset, {}, (page) => (page.from ? new Response(null, { status: 503 }) : offsets(page)));
    await expect(read(call)).rejects.toMatchObject({ name: 'ApiError', status: 503, path: '/things' });
  });
});

describe('a list whose items have a key', () => {
  const byKey = { ...byPage, key: 'id' };
  const reading = (script: readonly unknown[]) => {
    const { call, sent } = list(byKey, {}, ({ page = 1 }) => script[Number(page) - 1]);
    return { call, sent };
  };
  const page = (...ids: unknown[]) => ({ data: ids.map((id) => ({ id })) });

  it('a list with a key yields no item twice, and counts what it yielded', async () => {
    const { call } = reading([page(3, 2), page(2, 1), page(1, 0), 'text']);
    const yielded: unknown[] = [];
    const all = (async () => {
      for await (const item of call) yielded.push(item);
    })();
    await expect(all).rejects.toMatchObject({ reason: 'malformed', count: 4 });
    expect(yielded).toEqual(page(3, 2, 1, 0).data);
  });

  it('a list with a key ends by the number of items that the vendor sent', async () => {
    const pages = [page(2, 1), page(2, 1), page(0)].map((each) => ({ ...each, total: 5 }));
    const { call, sent } = reading(pages);
    expect(await read(call)).toEqual(page(2, 1, 0).data);
    expect(sent).toHaveLength(3);
  });

  it('a list with a key yields items without one each time', async () => {
    const script = [{ data: [{}, { id: null }, null] }, { data: [{}, { id: null }, null, { id: 1 }] }, page()];
    expect(await read(reading(script).call)).toHaveLength(7);
  });

  it('a list with a key has pages without the items of earlier pages, and passes others through', async () => {
    const script = [page(1, 2), { ...page(2, 3), note: 'kept' }, page(3), page()];
    const pages: unknown[] = [];
    for await (const each of reading(script).call.pages()) pages.push(each);
    expect(pages).toEqual([page(1, 2), { ...page(3), note: 'kept' }, page(), page()]);
  });

  it('a list with a key may be the whole body', async () => {
    const script = [page(1, 2).data, page(2, 3).data, []];
    expect(await read(reading(script).call)).toEqual(page(1, 2, 3).data);
  });

  it('a list with a key loses no item at the largest offset if items were deleted', async () => {
    // After the first page, the first three items are deleted: what was item 13 is then item 10.
    let rest = Array.from({ length: 16 }, (_, id) => ({ id }));
    const pagination = { ...byOffset, key: 'id', maxValue: 10, defaultSize: 12 };
    const { call } = list(pagination, { size: 12 }, ({ from = 0, size }) => {
      const data = rest.slice(Number(from), Number(from) + Number(size));
      const { length: total } = rest;
      rest = rest.filter(({ id }) => id > 2);
      return { data, total };
    });
    expect(await read(call)).toEqual(Array.from({ length: 16 }, (_, id) => ({ id })).filter(({ id }) => id !== 12));
  });
});

it('a paged call yields each item up to the largest offset once, then throws', async () => {
  const many = Array.from({ length: 250 }, (_, index) => index);
  const { call, sent } = list({ ...byOffset, maxValue: 100, defaultSize: 100 }, {}, ({ from = 0, size = 10 }) => ({
    data: many.slice(Number(from), Number(from) + Number(size)),
    total: many.length,
  }));
  const yielded: number[] = [];
  const reading = (async () => {
    for await (const item of call) yielded.push(item);
  })();
  await expect(reading).rejects.toMatchObject({ name: 'PaginationError', reason: 'truncated', count: 200, total: 250 });
  expect(yielded).toEqual(many.slice(0, 200));
  expect(sent).toEqual([{}, { from: 10, size: 100 }, { from: 100, size: 100 }]);
});

it('a paged call drops the items of a bare array that the page before contained', async () => {
  const many = Array.from({ length: 130 }, (_, index) => index);
  const { call } = list({ ...byOffset, maxValue: 100, defaultSize: 100 }, {}, ({ from = 0, size = 60 }) =>
    many.slice(Number(from), Number(from) + (Number(from) === 0 ? 60 : Number(size))),
  );
  expect(await call.toArray({ limit: 130 })).toEqual(many);
});
