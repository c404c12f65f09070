import { describe, expect, it } from 'vitest';
import type { Pagination } from '../pipeline/operation.ts';
import { detectRepeats, dropSeenItems, rememberCursors } from './repeats.ts';

const paged: Pagination = {
  parameter: 'page',
  style: 'page',
  sizeParameter: 'limit',
  items: ['data'],
  total: ['total'],
};

describe('detectRepeats', () => {
  const detect = (pages: readonly { data: readonly unknown[]; total?: number }[]) => {
    const isRepeated = detectRepeats(paged);
    return pages.map((page) => isRepeated(page, page.data));
  };
  const [a, b] = [{ data: [1] }, { data: [2] }];

  it.each([
    ['three equal pages in a row', [a, a, a], [false, false, true]],
    ['three equal pages after others', [b, a, a, a], [false, false, false, true]],
    ['equal pages with another between', [a, a, b, a, a], [false, false, false, false, false]],
    ['empty pages', [1, 2, 3].map(() => ({ data: [] })), [false, false, false]],
    ['equal pages with a total', [1, 2, 3].map(() => ({ ...a, total: 3 })), [false, false, false]],
  ])('detectRepeats finds the third equal page of %s', (_, pages, expected) => {
    expect(detect(pages)).toEqual(expected);
  });

  it('detectRepeats takes pages that are nested too deep as different', () => {
    const deep = { data: JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)) };
    expect(detect([deep, deep, deep])).toEqual([false, false, false]);
  });
});

describe('dropSeenItems', () => {
  const items = (from: number, length: number) => Array.from({ length }, (_, index) => ({ id: from + index }));

  it('dropSeenItems drops the items whose key it has seen, and keeps the others', () => {
    const drop = dropSeenItems({ ...paged, key: 'id' });
    const [one, two] = [{ id: 1 }, { id: 2 }];
    expect(drop([one, two], 0)).toEqual([one, two]);
    expect(drop([two, { id: '2' }, one, { id: 3 }, { id: 3 }], 0)).toEqual([{ id: '2' }, { id: 3 }]);
  });

  it('dropSeenItems drops the first items without a key only', () => {
    expect(dropSeenItems(paged)([1, 1, 2], 1)).toEqual([1, 2]);
    expect(dropSeenItems({ ...paged, key: 'id' })([{ id: 1 }, {}, null, { id: 2 }, {}], 3)).toEqual([
      { id: 1 },
      { id: 2 },
      {},
    ]);
  });

  it('dropSeenItems remembers the last 50,000 keys, and at most twice as many', () => {
    const drop = dropSeenItems({ ...paged, key: 'id' });
    expect(drop(items(0, 100_000), 0)).toHaveLength(100_000);
    expect(drop(items(50_000, 50_000), 0)).toEqual([]);
    expect(drop(items(100_000, 1), 0)).toHaveLength(1);
    expect(drop(items(0, 50_000), 0)).toHaveLength(50_000);
  });
});

it('rememberCursors knows a cursor that it has had', () => {
  const isSeen = rememberCursors();
  expect(['a', 'b', '', 'a', ''].map(isSeen)).toEqual([false, false, false, true, true]);
});
