import { describe, expect, it } from 'vitest';
import type { Pagination } from '../pipeline/operation.ts';
import { countedPages } from './counted-pages.ts';
import { readItems } from './pagination.ts';

const offset: Pagination = {
  parameter: 'from',
  style: 'offset',
  sizeParameter: 'size',
  items: ['data'],
  total: ['total'],
};
const paged: Pagination = { parameter: 'page', style: 'page', sizeParameter: 'limit', items: ['data'] };
const data = (length: number) => Array.from({ length }, (_, index) => index);
const truncated = (_: string, total: number | undefined) => new Error(`truncated at ${total}`);
const nextPage = (pagination: Pagination, parameters: Record<string, unknown>, page: unknown, sent = 0) =>
  countedPages(pagination, truncated)(page, { parameters }, readItems(pagination, page) ?? [], sent);
const next = (...parts: Parameters<typeof nextPage>) => nextPage(...parts)?.parameters;

describe('nextPage by offset', () => {
  it('nextPage begins after the items of this page, and keeps the other parameters', () => {
    expect(next(offset, { state: 'OPEN' }, { data: data(20), total: 50 })).toEqual({ state: 'OPEN', from: 20 });
    expect(next(offset, { from: 20, size: 100 }, { data: data(20), total: 50 })).toEqual({ from: 40, size: 100 });
  });

  it.each([
    ['the total is reached', { from: 40 }, { data: data(10), total: 50 }],
    ['the total is exceeded', { from: 60 }, { data: data(10), total: 50 }],
    ['the total is less than the number of items', {}, { data: data(10), total: 5 }],
    ['the page is empty and the total is larger', {}, { data: [], total: 50 }],
    ['there is no body', {}, undefined],
    ['the body is null', {}, null],
  ])('nextPage by offset is undefined if %s', (_, parameters, page) => {
    expect(next(offset, parameters, page)).toBeUndefined();
  });

  it.each([[undefined], [null], ['50'], [Number.NaN], [-1], [Number.POSITIVE_INFINITY]])(
    'nextPage continues to an empty page if the total is %j',
    (total) => {
      expect(next(offset, {}, { data: data(1), total })).toEqual({ from: 1 });
    },
  );

  it('nextPage throws above the largest offset only if there are more items', () => {
    const limited = { ...offset, maxValue: 100 };
    expect(next(limited, { from: 80 }, { data: data(20), total: 300 })).toEqual({ from: 100 });
    expect(next(limited, { from: 100 }, { data: data(20), total: 120 })).toBeUndefined();
    expect(() => next(limited, { from: 100 }, { data: data(20), total: 300 })).toThrow('truncated at 300');
    expect(() => next(limited, { from: 100 }, data(20))).toThrow('truncated at undefined');
  });
});

describe('nextPage above the largest offset', () => {
  const limited = { ...offset, maxValue: 100, defaultSize: 100 };
  const at = (from: number, size: number, length = size) =>
    nextPage(limited, { from, size }, { data: data(length), total: 5000 });

  it('nextPage is the page at the largest offset, and skips the items that were read', () => {
    expect(at(0, 1000)).toEqual({ parameters: { from: 100, size: 1000 }, skip: 900 });
    expect(at(90, 20)).toEqual({ parameters: { from: 100, size: 20 }, skip: 10 });
  });

  it('nextPage has the size in the spec if the caller passes none', () => {
    const first = nextPage(limited, {}, { data: data(10), total: 5000 });
    expect(first).toEqual({ parameters: { from: 10, size: 100 }, skip: 0 });
    const second = nextPage(limited, { from: 10, size: 100 }, { data: data(100), total: 5000 });
    expect(second).toEqual({ parameters: { from: 100, size: 100 }, skip: 10 });
  });

  it('nextPage throws if the page at the largest offset has no new items', () => {
    expect(() => at(100, 100)).toThrow('truncated at 5000');
    expect(() => at(100, 1000)).toThrow('truncated at 5000');
  });

  it('nextPage throws at the largest offset if the vendor caps the size', () => {
    expect(at(0, 1000, 100)).toEqual({ parameters: { from: 100, size: 1000 }, skip: 0 });
    expect(() => at(100, 1000, 100)).toThrow('truncated at 5000');
  });

  it('nextPage repeats the largest offset once, with the size in the spec', () => {
    const first = nextPage(limited, { from: 100 }, { data: data(10), total: 5000 });
    expect(first).toEqual({ parameters: { from: 100, size: 100 }, skip: 10 });
  });
});

describe('nextPage by number', () => {
  it('nextPage adds 1 to the page number, from 1', () => {
    expect(next(paged, {}, { data: data(5) })).toEqual({ page: 2 });
    expect(next(paged, { page: 7, limit: 5 }, { data: data(5) })).toEqual({ page: 8, limit: 5 });
    expect(next(paged, { page: 'all' }, { data: data(5) })).toEqual({ page: 2 });
  });

  it.each([
    ['the page is shorter than the body says', paged, {}, { data: data(9), limit: 10 }],
    ['the page is empty', paged, {}, { data: [] }],
    ['the count of pages is reached', { ...paged, pages: ['pages'] }, { page: 3 }, { data: data(9), pages: 3 }],
    ['the count of pages is 0', { ...paged, pages: ['pages'] }, {}, { data: data(9), pages: 0 }],
  ])('nextPage by number is undefined if %s', (_, pagination, parameters, page) => {
    expect(next(pagination, parameters, page)).toBeUndefined();
  });

  it('nextPage continues if the page is shorter than requested, because vendors cap the size silently', () => {
    expect(next(paged, { limit: 200 }, { data: data(100) })).toEqual({ limit: 200, page: 2 });
    expect(next(paged, { limit: 200 }, { data: data(100), limit: 100 })).toEqual({ limit: 200, page: 2 });
    expect(next({ ...paged, total: ['total'] }, { limit: 200 }, { data: data(100), total: 500 }, 100)).toEqual({
      limit: 200,
      page: 2,
    });
  });

  it('nextPage is undefined if all items were read', () => {
    const counted = { ...paged, total: ['total'] };
    expect(next(counted, { page: 2 }, { data: data(10), total: 20 }, 20)).toBeUndefined();
    expect(next(counted, { page: 2 }, { data: data(10), total: 21 }, 20)).toEqual({ page: 3 });
  });

  it('nextPage follows the count of pages in the body, even if a page is short', () => {
    expect(next({ ...paged, pages: ['pages'] }, { limit: 10 }, { data: data(3), pages: 2 })).toEqual({
      limit: 10,
      page: 2,
    });
  });
});
