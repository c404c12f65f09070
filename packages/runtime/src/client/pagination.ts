import { PaginationError } from '../errors/pagination-error.ts';
import type { Pagination } from '../pipeline/operation.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the items of a page; undefined if it has no list. The whole body may be the list. A list that is missing is empty if the
 * total is 0.
 */
export function readItems(pagination: Pagination, page: unknown): readonly unknown[] | undefined {
  if (Array.isArray(page)) return page;
  const items = (page as Fields | null | undefined)?.[pagination.items];
  if (Array.isArray(items)) return items;
  return readNumber(page, pagination.total) === 0 ? [] : undefined;
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
 * @param path Path of the list, for the error message.
 * @param count Number of items yielded so far, including this page.
 * @throws {PaginationError} If there are more items than the vendor returns pages for.
 */
export function nextPage(
  pagination: Pagination,
  parameters: Fields,
  page: unknown,
  path: string,
  count: number,
): NextPage | undefined {
  const { parameter, style, maxValue = Infinity } = pagination;
  const numbered = style === 'page';
  const size = readItems(pagination, page)?.length ?? 0;
  const total = readNumber(page, pagination.total);
  const pages = readNumber(page, pagination.pages);
  const start = Number(parameters[parameter] ?? (numbered ? 1 : 0));
  const next = start + (numbered ? 1 : size);
  const ended =
    pages !== undefined
      ? start >= pages
      : total !== undefined
        ? (numbered ? count : next) >= total
        : size < (readNumber(page, pagination.sizeParameter) ?? 0);
  if (size === 0 || ended) return undefined;
  const limit = readNumber(parameters, pagination.sizeParameter) ?? pagination.defaultSize;
  const skip = Math.max(0, next - maxValue);
  if (skip > 0 && (numbered || skip >= (limit ?? size))) throw new PaginationError('truncated', path, count, total);
  return {
    parameters: { ...parameters, [parameter]: next - skip, ...(limit && { [pagination.sizeParameter]: limit }) },
    skip,
  };
}

function readNumber(fields: unknown, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : (fields as Fields | null | undefined)?.[name];
  return typeof value === 'number' ? value : undefined;
}
