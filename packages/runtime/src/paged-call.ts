import { Call, type Exchange } from './call.ts';
import type { OperationDefinition, Pagination } from './operation.ts';
import { itemsOf, nextPage } from './pagination.ts';
import { PaginationError } from './pagination-error.ts';
import { PlumblineError } from './plumbline-error.ts';
import type { Data } from './result.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The items of a list, by the name that the body gives them. */
export type Item<Operation, Items extends string> =
  Data<Operation> extends Partial<Record<Items, infer List>>
    ? NonNullable<List> extends readonly (infer One)[]
      ? One
      : never
    : never;

/**
 * A call of a list: awaited, it is one page; iterated, it is all items, each page asked for when its turn comes.
 *
 * @throws {PaginationError} While iterating, where the vendor does not let the list be read to its end.
 */
export class PagedCall<Operation, One> extends Call<Operation> implements AsyncIterable<One> {
  readonly #operation: OperationDefinition;
  readonly #parameters: Fields;
  readonly #send: (parameters: Fields) => Promise<Exchange>;

  constructor(operation: OperationDefinition, parameters: Fields, send: (parameters: Fields) => Promise<Exchange>) {
    super(send(parameters));
    this.#operation = operation;
    this.#parameters = parameters;
    this.#send = send;
  }

  /** All pages, one at a time, from the one that was asked for. */
  async *pages(): AsyncGenerator<Data<Operation>, void, undefined> {
    const { path } = this.#operation;
    const pagination = this.#operation.pagination as Pagination;
    let parameters: Fields | undefined = this.#parameters;
    let call: Call<Operation> = this;
    let count = 0;
    let previous = '';
    while (parameters) {
      const page = await call;
      const items = itemsOf(pagination, page);
      const content = JSON.stringify(items);
      if (items.length > 0 && content === previous) throw new PaginationError('repeated', path, count);
      previous = content;
      count += items.length;
      yield page;
      parameters = nextPage(pagination, parameters, page, { path, count });
      if (parameters) call = new Call(this.#send(parameters));
    }
  }

  /** All items, over all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<One, void, undefined> {
    for await (const page of this.pages()) {
      yield* itemsOf(this.#operation.pagination as Pagination, page) as readonly One[];
    }
  }

  /** The first items of the list, at most `limit` of them, over as many pages as that takes. */
  async toArray({ limit }: { readonly limit: number }): Promise<One[]> {
    if (!(limit >= 0)) throw new PlumblineError('`toArray` needs a `limit`: a list may have no end.');
    const items: One[] = [];
    if (limit === 0) return items;
    for await (const item of this) {
      if (items.push(item) >= limit) break;
    }
    return items;
  }
}
