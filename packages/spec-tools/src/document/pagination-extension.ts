/**
 * How a list is paged: `x-pagination`, which specs/README.md describes. A place is the name of a property, or a JSON Pointer (RFC 6901).
 */
export interface PaginationExtension {
  readonly style: 'offset' | 'page' | 'cursor' | 'link';
  readonly offset?: string;
  readonly page?: string;
  readonly cursor?: string;
  readonly limit?: string;
  readonly size?: number;
  /** A place in the body. Empty if the body is the list. */
  readonly items: string;
  readonly key?: string;
  /** A place in the body, of the next cursor or the URL of the next page. @default the header `Link`, or `last` */
  readonly next?: string;
  /** A place in the last item, of the next cursor. */
  readonly last?: string;
  /** A place in the body, of a boolean: whether there are further pages. */
  readonly more?: string;
  /** A place in the body. */
  readonly total?: string;
  /** A place in the body. */
  readonly pages?: string;
}
