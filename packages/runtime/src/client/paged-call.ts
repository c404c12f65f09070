import { PaginationError } from '../errors/pagination-error.ts';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import { Call, type Reply } from './call.ts';
import { type NextPage, nextPage, readItems } from './pagination.ts';
import { detectRepeats, dropSeenItems } from './repeats.ts';
import type { Data } from './result.ts';

type Fields = Readonly<Record<string, unknown>>;
type SendPage = (parameters: Fields, isStreaming: () => boolean) => Promise<Reply>;

/** An item of a list. `Items` is the property of the body that holds the items. */
export type Item<Operation, Items extends string> =
  Data<Operation> extends Partial<Record<Items, infer List>>
    ? NonNullable<List> extends readonly (infer One)[]
      ? One
      : never
    : never;

/**
 * A call of a list. When awaited, it resolves with one page. When iterated, it yields all items, and requests each page when the
 * loop reaches it.
 *
 * @throws {PaginationError} While iterating, if the vendor does not return the whole list.
 */
export class PagedCall<Operation, One> extends Call<Operation> implements AsyncIterable<One> {
  readonly #operation: OperationDefinition;
  readonly #parameters: Fields;
  readonly #send: SendPage;

  constructor(operation: OperationDefinition, parameters: Fields, send: SendPage) {
    super((isStreaming) => send(parameters, isStreaming));
    this.#operation = operation;
    this.#parameters = parameters;
    this.#send = send;
  }

  /**
   * Yields all pages, one at a time, from the requested one. If the spec declares the key of an item, the items that an earlier page
   * had are left out.
   */
  async *pages(): AsyncGenerator<Data<Operation>, void, undefined> {
    const { path } = this.#operation;
    const pagination = this.#operation.pagination as Pagination;
    const isRepeated = detectRepeats(pagination);
    const dropSeen = dropSeenItems(pagination);
    let next: NextPage | undefined = { parameters: this.#parameters, skip: 0 };
    let call: Call<Operation> = this;
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
      call = new Call((isStreaming) => this.#send(parameters, isStreaming));
    }
  }

  /** Yields all items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<One, void, undefined> {
    for await (const page of this.pages()) {
      yield* (readItems(this.#operation.pagination as Pagination, page) ?? []) as readonly One[];
    }
  }

  /** Resolves with the first items of the list, at most `limit`, from as many pages as needed. */
  async toArray(options: { readonly limit: number }): Promise<One[]> {
    const { limit } = Object(options) as typeof options;
    const items: One[] = [];
    if (!(limit > 0)) {
      // The call was sent already; its result is not needed.
      this.catch(() => {});
      if (limit === 0) return items;
      throw new PlumblineError('`toArray` needs a `limit` above 0.');
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
