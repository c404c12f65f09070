import { describe, expect, it } from 'vitest';
import type { Pagination } from '../pipeline/operation.ts';
import { itemsOf, nextPage } from './pagination.ts';

const offset: Pagination = { parameter: 'from', style: 'offset', sizeParameter: 'size', items: 'data', total: 'total' };
const paged: Pagination = { parameter: 'page', style: 'page', sizeParameter: 'limit', items: 'data' };
const data = (length: number) => Array.from({ length }, (_, index) => index);
const next = (pagination: Pagination, parameters: Record<string, unknown>, page: unknown, count = 0) =>
  nextPage(pagination, parameters, page, '/things', count)?.parameters;

describe('the items of a page', () => {
  it('are in the property that the spec names, or are the page', () => {
    expect(itemsOf(offset, { data: [1] })).toEqual([1]);
    expect(itemsOf(offset, [2])).toEqual([2]);
  });

  it.each([[undefined], [null], ['text'], [5], [{}], [{ data: null }], [{ data: 'text' }], [{ data: {} }]])(
    'are undefined in %j',
    (page) => {
      expect(itemsOf(offset, page)).toBeUndefined();
    },
  );
});

it('itemsOf takes a missing list for an empty one where the total is 0', () => {
  expect(itemsOf(offset, { total: 0 })).toEqual([]);
});

describe('by offset, the next page', () => {
  it('begins after the items that came, and keeps the other parameters', () => {
    expect(next(offset, { state: 'OPEN' }, { data: data(20), total: 50 })).toEqual({ state: 'OPEN', from: 20 });
    expect(next(offset, { from: 20, size: 100 }, { data: data(20), total: 50 })).toEqual({ from: 40, size: 100 });
  });

  it.each([
    ['the total is reached', { from: 40 }, { data: data(10), total: 50 }],
    ['the total was passed', { from: 60 }, { data: data(10), total: 50 }],
    ['the total is less than what came', {}, { data: data(10), total: 5 }],
    ['the page is empty and the total is larger', {}, { data: [], total: 50 }],
    ['there is no body', {}, undefined],
    ['the body is null', {}, null],
  ])('is none where %s', (_, parameters, page) => {
    expect(next(offset, parameters, page)).toBeUndefined();
  });

  it.each([[undefined], [null], ['50'], [Number.NaN]])(
    'is requested until one is empty where the total is %j',
    (total) => {
      expect(next(offset, {}, { data: data(1), total })).toEqual({ from: 1 });
    },
  );

  it('throws where the vendor takes no offset so large, only if there is more', () => {
    const limited = { ...offset, maxValue: 100 };
    expect(next(limited, { from: 80 }, { data: data(20), total: 300 })).toEqual({ from: 100 });
    expect(next(limited, { from: 100 }, { data: data(20), total: 120 })).toBeUndefined();
    expect(() => next(limited, { from: 100 }, { data: data(20), total: 300 }, 120)).toThrow(
      expect.objectContaining({ name: 'PaginationError', reason: 'truncated', count: 120, total: 300 }),
    );
    expect(() => next(limited, { from: 100 }, data(20), 120)).toThrow('120 of an unknown number of items of /things');
  });
});

describe('where the vendor takes no offset so large, the next page', () => {
  const limited = { ...offset, maxValue: 100, defaultSize: 100 };
  const at = (from: number, size: number, length = size) =>
    nextPage(limited, { from, size }, { data: data(length), total: 5000 }, '/things', from + length);

  it('is the one at the largest offset, without the items that were read', () => {
    expect(at(0, 1000)).toEqual({ parameters: { from: 100, size: 1000 }, skip: 900 });
    expect(at(90, 20)).toEqual({ parameters: { from: 100, size: 20 }, skip: 10 });
  });

  it('has the size that the spec names, where the caller gives none', () => {
    const first = nextPage(limited, {}, { data: data(10), total: 5000 }, '/things', 10);
    expect(first).toEqual({ parameters: { from: 10, size: 100 }, skip: 0 });
    const second = nextPage(limited, { from: 10, size: 100 }, { data: data(100), total: 5000 }, '', 110);
    expect(second).toEqual({ parameters: { from: 100, size: 100 }, skip: 10 });
  });

  it('throws where it would hold nothing new', () => {
    expect(() => at(100, 100)).toThrow(expect.objectContaining({ reason: 'truncated', count: 200, total: 5000 }));
    expect(() => at(100, 1000)).toThrow(expect.objectContaining({ reason: 'truncated', count: 1100 }));
  });
});

describe('by number, the next page', () => {
  it('is the one after this, from 1', () => {
    expect(next(paged, {}, { data: data(5) })).toEqual({ page: 2 });
    expect(next(paged, { page: 7, limit: 5 }, { data: data(5) })).toEqual({ page: 8, limit: 5 });
  });

  it.each([
    ['the page is shorter than the body says', paged, {}, { data: data(9), limit: 10 }],
    ['the page is empty', paged, {}, { data: [] }],
    ['the count of pages is reached', { ...paged, pages: 'pages' }, { page: 3 }, { data: data(9), pages: 3 }],
    ['the count of pages is 0', { ...paged, pages: 'pages' }, {}, { data: data(9), pages: 0 }],
  ])('is none where %s', (_, pagination, parameters, page) => {
    expect(next(pagination, parameters, page)).toBeUndefined();
  });

  it('is requested where the page is shorter than requested: vendors cap the size silently', () => {
    expect(next(paged, { limit: 200 }, { data: data(100) })).toEqual({ limit: 200, page: 2 });
    expect(next(paged, { limit: 200 }, { data: data(100), limit: 100 })).toEqual({ limit: 200, page: 2 });
    expect(next({ ...paged, total: 'total' }, { limit: 200 }, { data: data(100), total: 500 }, 100)).toEqual({
      limit: 200,
      page: 2,
    });
  });

  it('is none where all items were read', () => {
    const counted = { ...paged, total: 'total' };
    expect(next(counted, { page: 2 }, { data: data(10), total: 20 }, 20)).toBeUndefined();
    expect(next(counted, { page: 2 }, { data: data(10), total: 21 }, 20)).toEqual({ page: 3 });
  });

  it('follows the count of pages where the body has one, even if a page is short', () => {
    expect(next({ ...paged, pages: 'pages' }, { limit: 10 }, { data: data(3), pages: 2 })).toEqual({
      limit: 10,
      page: 2,
    });
  });
});
