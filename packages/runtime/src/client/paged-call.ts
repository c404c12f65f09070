import { PaginationError } from '../errors/pagination-error.ts';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import { Call, type Reply } from './call.ts';
import { type NextPage, nextPage, readItems } from './pagination.ts';
import { detectRepeats, dropSeenItems } from './repeats.ts';
import type { AnyResult } from './result.ts';

type Fields = Readonly<Record<string, unknown>>;
type SendPage = (parameters: Fields, isStreaming: () => boolean) => Promise<Reply>;

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
  readonly #operation: OperationDefinition;
  readonly #parameters: Fields;
  readonly #send: SendPage;

  constructor(operation: OperationDefinition, parameters: Fields, send: SendPage) {
    super(operation, (isStreaming) => send(parameters, isStreaming));
    this.#operation = operation;
    this.#parameters = parameters;
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
    const { path } = this.#operation;
    const pagination = this.#operation.pagination as Pagination;
    const isRepeated = detectRepeats(pagination);
    const dropSeen = dropSeenItems(pagination);
    let next: NextPage | undefined = { parameters: this.#parameters, skip: 0 };
    let call: Promise<Page> = this;
    let sent = 0;
    let count = 0;
    const fail = (reason: PaginationError['reason'], total?: number) => new PaginationError(reason, path, count, total);
    for (;;) {
      const page = await call;
      const items = readItems(pagination, page);
      if (!items) throw fail('malformed');
      if (isRepeated(page, items)) throw fail('repeated');
      const kept = dropSeen(items, next.skip);
      sent += items.length;
      count += kept.length;
      yield kept.length < items.length ? replaceItems(page, pagination, kept) : page;
      next = nextPage(pagination, next.parameters, page, sent, fail);
      if (!next) return;
      const { parameters } = next;
      call = new Call(this.#operation, (isStreaming) => this.#send(parameters, isStreaming));
    }
  }

  /** Yields all items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) {
      yield* (readItems(this.#operation.pagination as Pagination, page) ?? []) as readonly Item[];
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
      throw new PlumblineError(
        `${this.#operation.path}: pass toArray({ limit }), the maximum number of items to hold in memory. For all items, use \`for await\`.`,
      );
    }
    for await (const item of this) {
      if (items.push(item) >= limit) break;
    }
    return items;
  }
}

function replaceItems<Page>(page: Page, pagination: Pagination, items: readonly unknown[]): Page {
  return Array.isArray(page) ? (items as Page) : { ...page, [pagination.items]: items };
}
