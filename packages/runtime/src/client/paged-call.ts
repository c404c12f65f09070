import { PaginationError } from '../errors/pagination-error.ts';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { OperationDefinition, Pagination } from '../pipeline/operation.ts';
import { Call, type Reply } from './call.ts';
import { type NextPage, nextPage, readItems } from './pagination.ts';
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

  /** Yields all pages, one at a time, from the requested one. */
  async *pages(): AsyncGenerator<Data<Operation>, void, undefined> {
    const { path } = this.#operation;
    const pagination = this.#operation.pagination as Pagination;
    let next: NextPage | undefined = { parameters: this.#parameters, skip: 0 };
    let call: Call<Operation> = this;
    let count = 0;
    let previous = '';
    for (;;) {
      const page = await call;
      const items = readItems(pagination, page);
      if (!items) throw new PaginationError('malformed', path, count);
      const content = JSON.stringify(items);
      if (content === previous) throw new PaginationError('repeated', path, count);
      previous = content;
      count += Math.max(0, items.length - next.skip);
      yield next.skip ? dropFirst(page, next.skip, pagination) : page;
      next = nextPage(pagination, next.parameters, page, path, count);
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
      throw new PlumblineError('`toArray` needs a `limit`, because a list may have no end.');
    }
    for await (const item of this) {
      if (items.push(item) >= limit) break;
    }
    return items;
  }
}

/** Drops the first items of a page, which the page before contained too. */
function dropFirst<Page>(page: Page, skip: number, pagination: Pagination): Page {
  const items = readItems(pagination, page)?.slice(skip);
  return Array.isArray(page) ? (items as Page) : { ...page, [pagination.items]: items };
}
