import { PaginationError } from '../errors/pagination-error.ts';
import type { Pagination } from '../pipeline/operation.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The items of a page, or undefined where it holds no list. A vendor that answers with a bare list is taken at its word, and
 * one that leaves an empty list out as well.
 */
export function itemsOf(pagination: Pagination, page: unknown): readonly unknown[] | undefined {
  if (Array.isArray(page)) return page;
  const items = (page as Fields | null | undefined)?.[pagination.items];
  if (Array.isArray(items)) return items;
  return numberAt(page, pagination.total) === 0 ? [] : undefined;
}

/** What to ask for next. */
export interface NextPage {
  readonly parameters: Fields;
  /** How many items at its beginning have been handed out already. */
  readonly skip: number;
}

/**
 * The page after this one, or undefined at the end of the list.
 *
 * A list ends where its count of pages or of items says, or, where there is no count, with a page that is shorter than the
 * size it states; always with an empty page. The size that was asked for tells nothing: vendors cap it in silence.
 *
 * Where the vendor takes no offset so large, the page at the largest that it takes may still reach further.
 *
 * @param path The path of the list, for messages.
 * @param count How many items have been handed out, the page's included.
 * @throws {PaginationError} When there is more, and the vendor lets nobody page there.
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
  const size = itemsOf(pagination, page)?.length ?? 0;
  const total = numberAt(page, pagination.total);
  const pages = numberAt(page, pagination.pages);
  const start = Number(parameters[parameter] ?? (numbered ? 1 : 0));
  const next = start + (numbered ? 1 : size);
  const ended =
    pages !== undefined
      ? start >= pages
      : total !== undefined
        ? (numbered ? count : next) >= total
        : size < (numberAt(page, pagination.sizeParameter) ?? 0);
  if (size === 0 || ended) return undefined;
  const limit = numberAt(parameters, pagination.sizeParameter) ?? pagination.defaultSize;
  const skip = Math.max(0, next - maxValue);
  if (skip > 0 && (numbered || skip >= (limit ?? size))) throw new PaginationError('truncated', path, count, total);
  return {
    parameters: { ...parameters, [parameter]: next - skip, ...(limit && { [pagination.sizeParameter]: limit }) },
    skip,
  };
}

function numberAt(fields: unknown, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : (fields as Fields | null | undefined)?.[name];
  return typeof value === 'number' ? value : undefined;
}
