import { readPlace } from '../errors/problem.ts';
import type { Pagination } from '../pipeline/operation.ts';
import type { ListFactory } from './client-features.ts';
import { PagedCall } from './paged-call.ts';
import { type PageStyle, readNumber } from './pagination.ts';

/** `sizeParameter` may still be absent: then no size is found under its name, and none is sent. */
type CountedPagination = Pagination & Required<Pick<Pagination, 'parameter' | 'sizeParameter'>>;

/**
 * Pages by the index of their first item, or by their number.
 *
 * A list ends with an empty page, when its count of pages or items is reached. A list without a count also ends with a page that is shorter than the size in its body. The requested size proves nothing, because
 * vendors cap it silently.
 *
 * If the next offset is above the vendor's maximum, the page at that maximum may still contain further items.
 */
export const countedPages: PageStyle = (pagination, fail) => {
  const { parameter, style, maxValue = Infinity, sizeParameter, defaultSize } = pagination as CountedPagination;
  const numbered = style === 'page';
  return (page, { parameters }, { length: size }, sent) => {
    const total = readNumber(page, pagination.total);
    const pages = readNumber(page, pagination.pages);
    const start = Number(parameters[parameter]) || (numbered ? 1 : 0);
    const next = start + (numbered ? 1 : size);
    const ended =
      pages !== undefined
        ? start >= pages
        : total !== undefined
          ? (numbered ? sent : next) >= total
          : // A comparison with undefined is false.
            size < (readNumber(page, [sizeParameter]) as number);
    if (size === 0 || ended) return undefined;
    const requested = readNumber(parameters, [sizeParameter]);
    const limit = requested ?? defaultSize;
    const skip = Math.max(0, next - maxValue);
    // The largest offset is requested again only with a larger size. The same size would bring the same items.
    if (start >= maxValue && (numbered || requested || !((limit ?? 0) > size))) throw fail('truncated', total);
    return {
      parameters: { ...parameters, [parameter]: next - skip, ...(limit && { [sizeParameter]: limit }) },
      skip,
    };
  };
};

/** Makes the call of a list whose pages are selected by an offset or a number. */
export const listByCount: ListFactory = (...parts) => new PagedCall(countedPages, ...parts);

/** Like `listByCount`, for lists that may also end where the vendor says that there are no further pages: `more` is false. */
export const listByCountOrFlag: ListFactory = (...parts) => new PagedCall(flaggedPages, ...parts);

const flaggedPages: PageStyle = (pagination, fail) => {
  const findNext = countedPages(pagination, fail);
  return (page, ...rest) => (readPlace(page, pagination.more ?? []) === false ? undefined : findNext(page, ...rest));
};
