import { PaginationError } from '../errors/pagination-error.ts';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import { Call, type Reply } from './call.ts';
import { itemsOf, type NextPage, nextPage } from './pagination.ts';
import type { Data } from './result.ts';

type Fields = Readonly<Record<string, unknown>>;
type SendPage = (parameters: Fields, isStreaming: () => boolean) => Promise<Reply>;

/** The items of a list, by the name that the body gives them. */
export type Item<Operation, Items extends string> =
  Data<Operation> extends Partial<Record<Items, infer List>>
    ? NonNullable<List> extends readonly (infer One)[]
      ? One
      : never
    : never;

/**
 * A call of a list: awaited, it is one page; iterated, it is all items. A page is sent for when the loop gets to it.
 *
 * @throws {PaginationError} While iterating, where the vendor does not let the list be read to its end.
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

  /** All pages, one at a time, from the one that was asked for. */
  async *pages(): AsyncGenerator<Data<Operation>, void, undefined> {
    const { path } = this.#operation;
    const pagination = this.#operation.pagination as Pagination;
    let next: NextPage | undefined = { parameters: this.#parameters, skip: 0 };
    let call: Call<Operation> = this;
    let count = 0;
    let previous = '';
    for (;;) {
      const page = await call;
      const items = itemsOf(pagination, page);
      if (!items) throw new PaginationError('malformed', path, count);
      const content = JSON.stringify(items);
      if (content === previous) throw new PaginationError('repeated', path, count);
      previous = content;
      count += Math.max(0, items.length - next.skip);
      yield next.skip ? withoutFirst(page, next.skip, pagination) : page;
      next = nextPage(pagination, next.parameters, page, path, count);
      if (!next) return;
      const { parameters } = next;
      call = new Call((isStreaming) => this.#send(parameters, isStreaming));
    }
  }

  /** All items, over all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<One, void, undefined> {
    for await (const page of this.pages()) {
      yield* (itemsOf(this.#operation.pagination as Pagination, page) ?? []) as readonly One[];
    }
  }

  /** The first items of the list, at most `limit` of them, over as many pages as that takes. */
  async toArray(options: { readonly limit: number }): Promise<One[]> {
    const { limit } = Object(options) as typeof options;
    const items: One[] = [];
    if (!(limit > 0)) {
      // The call was sent already; its result is not needed.
      this.catch(() => {});
      if (limit === 0) return items;
      throw new PlumblineError('`toArray` needs a `limit`: a list may have no end.');
    }
    for await (const item of this) {
      if (items.push(item) >= limit) break;
    }
    return items;
  }
}

/** A page without the items that the one before it held too. */
function withoutFirst<Page>(page: Page, skip: number, pagination: Pagination): Page {
  const items = itemsOf(pagination, page)?.slice(skip);
  return Array.isArray(page) ? (items as Page) : { ...page, [pagination.items]: items };
}
