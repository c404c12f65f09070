/** What comes twice in a list: a page, if the vendor ignores the page parameter, and items, if the list changes while it is read. */
import type { Pagination } from '../pipeline/operation.ts';
import { readNumber } from './pagination.ts';

type Items = readonly unknown[];

/**
 * Makes a function that tells whether a page comes for the third time in a row. Where a total ends the list anyway, no page does.
 *
 * The second time may be chance: as many items as the page has were inserted before it. Empty pages do not
 * count.
 */
export function detectRepeats({ total, pages }: Pagination): (page: unknown, items: Items) => boolean {
  let previous: string | undefined;
  let repeats = 0;
  return (page, items) => {
    let content: string | undefined;
    try {
      const end = readNumber(page, total) ?? readNumber(page, pages);
      content = end === undefined && items[0] ? JSON.stringify(items) : undefined;
    } catch {
      // Items that are nested too deep for a comparison.
    }
    repeats = content && content === previous ? repeats + 1 : 0;
    previous = content;
    return repeats > 1;
  };
}

/** Number of keys in a generation. */
const generation = 50_000;

/**
 * Makes a function that drops the items whose key it has seen. Of items without a key it drops the first `skip`, which the page before
 * contained too.
 */
export function dropSeenItems({ key: name }: Pick<Pagination, 'key'>): (items: Items, skip?: number) => Items {
  // A list may be endless, so old keys are forgotten. A change of the list moves an item by a few pages, not by a generation.
  let newer = new Set<unknown>();
  let older = newer;
  return (items, skip = 0) =>
    items.filter((item, index) => {
      const key: unknown = name && Object(item)[name];
      if (key === undefined || key === null) return index >= skip;
      if (newer.has(key) || older.has(key)) return false;
      if (newer.size === generation) {
        older = newer;
        newer = new Set();
      }
      newer.add(key);
      return true;
    });
}

/** Makes a function that tells whether it has had a cursor, or the URL of a page, before. */
export function rememberCursors(): (cursor: string) => boolean {
  const dropSeen = dropSeenItems({ key: 'cursor' });
  return (cursor) => dropSeen([{ cursor }]).length === 0;
}
