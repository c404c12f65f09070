import { type Place, readPlace } from '../errors/problem.ts';
import type { Pagination } from '../pipeline/operation.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The URL of a page that the vendor named, in the form that openapi-fetch takes. Its query replaces the parameters of the query. */
export interface LinkTarget {
  readonly baseUrl: string;
  /** The path and the query. */
  readonly path: string;
  /** Without a path and a query, because the URL has them. */
  readonly params: Fields;
}

/** The request for a page. */
export interface PageRequest {
  readonly parameters: Fields;
  /** Where to send it. @default the path of the operation */
  readonly link?: LinkTarget;
  /** Number of its first items that the page before contained too. @default 0 */
  readonly skip?: number;
}

/** Makes the error of a list that cannot be read to its end. */
export type FailList = (reason: 'truncated' | 'repeated' | 'malformed', total?: number) => Error;

/**
 * Finds the page after this one; undefined at the end of the list.
 *
 * @param request The request for this page.
 * @param items The items of this page.
 * @param sent Number of items that the vendor sent so far, including this page.
 */
export type FindNextPage = (
  page: unknown,
  request: PageRequest,
  items: readonly unknown[],
  sent: number,
) => PageRequest | undefined;

/** What selects the pages of a list. It is called once for each loop over the list. */
export type PageStyle = (pagination: Pagination, fail: FailList) => FindNextPage;

/**
 * Reads the items of a page; undefined if something else is in their place. The whole body may be the list. A list that is null or
 * absent is empty, as is a page without a body.
 */
export function readItems({ items }: Pagination, page: unknown): readonly unknown[] | undefined {
  const isObject = Object(page) === page && !Array.isArray(page);
  const list = (isObject ? readPlace(page, items) : page) ?? [];
  return Array.isArray(list) ? list : undefined;
}

/** Reads a number of at least 0. */
export function readNumber(fields: unknown, place: Place | undefined): number | undefined {
  const value = place && readPlace(fields, place);
  // Some vendors send -1 for an unknown total, and JSON's 1e999 is Infinity.
  return Number.isFinite(value) && (value as number) >= 0 ? (value as number) : undefined;
}
