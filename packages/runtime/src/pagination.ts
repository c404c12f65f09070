import type { Pagination } from './operation.ts';
import { PaginationError } from './pagination-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where a reader of a list stands. */
export interface Position {
  /** How many items have been handed out, the page's included. */
  readonly count: number;
  /** The path of the list, for messages. */
  readonly path: string;
}

/** The items of a page. A vendor that answers with a bare list is taken at its word. */
export function itemsOf(pagination: Pagination, page: unknown): readonly unknown[] {
  const items = Array.isArray(page) ? page : (page as Fields | undefined)?.[pagination.items];
  return Array.isArray(items) ? items : [];
}

/**
 * The parameters of the page after this one, or undefined at the end of the list.
 *
 * A list ends where its count of pages or of items says, or, where there is no count, with a page that is shorter than the
 * size it states; always with an empty page. The size that was asked for tells nothing: vendors cap it in silence.
 *
 * @throws {PaginationError} When there is more, and the vendor lets nobody page there.
 */
export function nextPage(
  pagination: Pagination,
  parameters: Fields,
  page: unknown,
  position: Position,
): Fields | undefined {
  const { parameter, style, maximum = Number.POSITIVE_INFINITY } = pagination;
  const size = itemsOf(pagination, page).length;
  const total = numberAt(page, pagination.total);
  const pages = numberAt(page, pagination.pages);
  const start = Number(parameters[parameter] ?? (style === 'page' ? 1 : 0));
  const next = start + (style === 'page' ? 1 : size);
  const ended =
    pages !== undefined
      ? start >= pages
      : total !== undefined
        ? (style === 'page' ? position.count : next) >= total
        : size < (numberAt(page, pagination.limit) ?? 0);
  if (size === 0 || ended) return undefined;
  if (next > maximum) throw new PaginationError('truncated', position.path, position.count, total);
  return { ...parameters, [parameter]: next };
}

function numberAt(fields: unknown, name: string | undefined): number | undefined {
  const value = name === undefined ? undefined : (fields as Fields | undefined)?.[name];
  return typeof value === 'number' ? value : undefined;
}
