import type { Pagination } from '../pipeline/operation.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the items of a page; undefined if something else is in their place. The whole body may be the list. A list that is null or
 * absent is empty, as is a page without a body.
 */
export function readItems({ items }: Pagination, page: unknown): readonly unknown[] | undefined {
  const isObject = Object(page) === page && !Array.isArray(page);
  const list = (isObject ? (page as Fields)[items] : page) ?? [];
  return Array.isArray(list) ? list : undefined;
}

/** Whether the vendor says where the list ends, so that a loop over its pages ends even if they repeat. */
export function isBounded({ total, pages }: Pagination, page: unknown): boolean {
  return (readNumber(page, total) ?? readNumber(page, pages)) !== undefined;
}

/** The request for the next page. */
export interface NextPage {
  readonly parameters: Fields;
  /** Number of its first items that the page before contained too. */
  readonly skip: number;
}

/**
 * Finds the page after this one; undefined at the end of the list.
 *
 * A list ends with an empty page, or when its count of pages or items is reached. A list without a count also ends with a page
 * that is shorter than the size in its body. The requested size proves nothing, because vendors cap it silently.
 *
 * If the next offset is above the vendor's maximum, the page at that maximum may still contain further items.
 *
 * @param sent Number of items that the vendor sent so far, including this page.
 * @param fail Makes the error to throw if there are more items than the vendor returns pages for.
 */
export function nextPage(
  pagination: Pagination,
  parameters: Fields,
  page: unknown,
  sent: number,
  fail: (reason: 'truncated', total: number | undefined) => Error,
): NextPage | undefined {
  const { parameter, style, maxValue = Infinity } = pagination;
  const numbered = style === 'page';
  const size = readItems(pagination, page)?.length ?? 0;
  const total = readNumber(page, pagination.total);
  const pages = readNumber(page, pagination.pages);
  const start = Number(parameters[parameter]) || (numbered ? 1 : 0);
  const next = start + (numbered ? 1 : size);
  const ended =
    pages !== undefined
      ? start >= pages
      : total !== undefined
        ? (numbered ? sent : next) >= total
        : size < (readNumber(page, pagination.sizeParameter) ?? 0);
  if (size === 0 || ended) return undefined;
  const requested = readNumber(parameters, pagination.sizeParameter);
  const limit = requested ?? pagination.defaultSize;
  const skip = Math.max(0, next - maxValue);
  // The largest offset is requested again only with a larger size. The same size would bring the same items.
  if (start >= maxValue && (numbered || requested || !((limit ?? 0) > size))) throw fail('truncated', total);
  return {
    parameters: { ...parameters, [parameter]: next - skip, ...(limit && { [pagination.sizeParameter]: limit }) },
    skip,
  };
}

function readNumber(fields: unknown, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : (fields as Fields | null | undefined)?.[name];
  // Some vendors send -1 for an unknown total, and JSON's 1e999 is Infinity.
  return Number.isFinite(value) && (value as number) >= 0 ? (value as number) : undefined;
}
