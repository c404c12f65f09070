import { readPlace } from '../errors/problem.ts';
import type { ListFactory } from './client-features.ts';
import { PagedCall } from './paged-call.ts';
import type { PageStyle } from './pagination.ts';
import { rememberCursors } from './repeats.ts';

/**
 * Pages by a cursor that the page before contains: in its body, or in its last item.
 *
 * A list ends with a page without a cursor, or when the vendor says that there are no more pages. An empty page does not end it, because
 * some vendors filter the items of a page after they read it.
 */
const cursorPages: PageStyle = (pagination, fail) => {
  const { parameter = '', next, last = [], more } = pagination;
  const isSeen = rememberCursors();
  return (page, { parameters }, items) => {
    const cursor = next === undefined ? readPlace(items[items.length - 1], last) : readPlace(page, next);
    const hasMore = more === undefined ? undefined : readPlace(page, more);
    if (hasMore === false) return undefined;
    // Vendors end a list with an empty text, with null, with 0, or with nothing.
    if (!cursor) {
      if (hasMore === true) throw fail('truncated');
      return undefined;
    }
    // The cursor of this page counts, too.
    isSeen(keyOf(parameters[parameter]));
    if (isSeen(keyOf(cursor))) throw fail('repeated');
    return { parameters: { ...parameters, [parameter]: cursor } };
  };
};

/** A cursor may be an object. A text and a number of the same digits are the same cursor. */
function keyOf(cursor: unknown): string {
  return Object(cursor) === cursor ? JSON.stringify(cursor) : String(cursor);
}

/** Makes the call of a list whose pages are selected by a cursor. */
export const listByCursor: ListFactory = (...parts) => new PagedCall(cursorPages, ...parts);
