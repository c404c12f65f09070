import { describe, expect, it } from 'vitest';
import type { Pagination } from '../pipeline/operation.ts';
import { readItems, readNumber } from './pagination.ts';

const offset: Pagination = { style: 'offset', items: ['data'] };

describe('readItems', () => {
  it('readItems reads the property that the spec names, or the whole page', () => {
    expect(readItems(offset, { data: [1] })).toEqual([1]);
    expect(readItems(offset, [2])).toEqual([2]);
    expect(readItems({ ...offset, items: [] }, [2])).toEqual([2]);
    expect(readItems({ ...offset, items: ['result', 'data'] }, { result: { data: [3] } })).toEqual([3]);
  });

  it.each([['text'], [''], [5], [false], [{ data: 'text' }], [{ data: '' }], [{ data: {} }], [{ data: 0 }]])(
    'readItems returns undefined for %j',
    (page) => {
      expect(readItems(offset, page)).toBeUndefined();
    },
  );

  it.each([[undefined], [null], [{}], [{ data: null }], [{ total: 0 }], [{ total: 9 }], [[]]])(
    'readItems returns an empty list for %j',
    (page) => {
      expect(readItems(offset, page)).toEqual([]);
    },
  );
});

it.each([
  [{ total: 5 }, 5],
  [{ total: 0 }, 0],
  [{ total: '5' }, undefined],
  [{ total: null }, undefined],
  [{ total: -1 }, undefined],
  [{ total: Number.POSITIVE_INFINITY }, undefined],
  [{ pages: 5 }, undefined],
  [{}, undefined],
  [[], undefined],
  [undefined, undefined],
])('readNumber of the total of %j is %s', (page, expected) => {
  expect(readNumber(page, ['total'])).toBe(expected);
  expect(readNumber(page, undefined)).toBeUndefined();
});
