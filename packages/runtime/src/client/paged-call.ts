import { PaginationError } from '../errors/pagination-error.ts';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import { Call, type Reply } from './call.ts';
import { type FailList, type PageRequest, type PageStyle, readItems } from './pagination.ts';
import { detectRepeats, dropSeenItems } from './repeats.ts';
import type { AnyResult } from './result.ts';

type PagedOperation = OperationDefinition & { readonly pagination: Pagination };
/** Sends the request for a page. */
export type SendPage = (request: PageRequest, isStreaming: () => boolean) => Promise<Reply>;

/**
 * A call of a list. When awaited, it resolves with one page. When iterated, it yields all items, and requests each page when the
 * loop reaches it.
 *
 * @throws {PaginationError} While iterating, if the vendor does not return the whole list.
 */
export class PagedCall<Page, Item, Outcome = AnyResult<Page>>
  extends Call<Page, Outcome>
  implements AsyncIterable<Item>
{
  readonly #style: PageStyle;
  readonly #operation: OperationDefinition;
  readonly #first: PageRequest;
  readonly #send: SendPage;

  constructor(style: PageStyle, operation: OperationDefinition, first: PageRequest, send: SendPage) {
    super(operation, (isStreaming) => send(first, isStreaming));
    this.#style = style;
    this.#operation = operation;
    this.#first = first;
    this.#send = send;
  }

  override get [Symbol.toStringTag](): string {
    return super[Symbol.toStringTag].replace(/the response body$/, 'one page, or loop over it for all items');
  }

  /**
   * Yields all pages, one at a time, from the requested one. If the spec declares the key of an item, the items that an earlier page
   * had are left out.
   */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const { path, pagination } = this.#operation as PagedOperation;
    const isRepeated = detectRepeats(pagination);
    const dropSeen = dropSeenItems(pagination);
    let request: PageRequest | undefined = this.#first;
    let call: Promise<Page> = this;
    let sent = 0;
    let count = 0;
    const fail: FailList = (reason, total) => new PaginationError(reason, path, count, total);
    const findNext = this.#style(pagination, fail);
    for (;;) {
      const page = await call;
      const items = readItems(pagination, page);
      if (!items) throw fail('malformed');
      if (isRepeated(page, items)) throw fail('repeated');
      const kept = dropSeen(items, request.skip);
      sent += items.length;
      count += kept.length;
      yield kept.length < items.length ? replaceItems(page, items, kept) : page;
      request = findNext(page, request, items, sent);
      if (!request) return;
      const next = request;
      call = new Call(this.#operation, (isStreaming) => this.#send(next, isStreaming));
    }
  }

  /** Yields all items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) {
      yield* (readItems((this.#operation as PagedOperation).pagination, page) ?? []) as readonly Item[];
    }
  }

  /**
   * Resolves with the first items of the list, from as many pages as needed.
   *
   * @param options `limit` is the maximum number of items to hold in memory. For all items, loop over the call with `for await`.
   * @throws {PlumblineError} If there is no `limit`.
   */
  async toArray(options: { readonly limit: number }): Promise<Item[]> {
    const { limit } = Object(options) as typeof options;
    const items: Item[] = [];
    if (!(limit > 0)) {
      // The call was sent already; its result is not needed.
      this.catch(() => {});
      if (limit === 0) return items;
      throw new PlumblineError(`${this.#operation.path}: pass toArray({ limit }), or loop with \`for await\`.`);
    }
    for await (const item of this) {
      if (items.push(item) >= limit) break;
    }
    return items;
  }
}

/** Copies a page, with other items. It is JSON, and its list may be at any place of it. */
function replaceItems<Page>(page: Page, items: readonly unknown[], kept: readonly unknown[]): Page {
  return JSON.parse(JSON.stringify(page, (_, value) => (value === items ? kept : value)));
}
