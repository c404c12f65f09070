/** How a list is paged: which parameters move, and where the body holds what. Read from the spec's `x-pagination`. */
export interface Pagination {
  /** The query parameter that moves. */
  readonly parameter: string;
  /** `offset`: it is the index of the first item, from 0. `page`: it is a page number, from 1. */
  readonly style: 'offset' | 'page';
  /** The largest value that the vendor takes for `parameter`. */
  readonly maximum?: number;
  /** The query parameter for the size of a page. */
  readonly limit: string;
  /** The size of a page to ask for after the first, where the caller names none. */
  readonly size?: number;
  /** The property of the body that holds the items. */
  readonly items: string;
  /** The property of the body that counts all items. */
  readonly total?: string;
  /** The property of the body that counts all pages. */
  readonly pages?: string;
}

/** One operation as the spec describes it: what a client must know at run time to send it. */
export interface OperationDefinition {
  readonly method: string;
  /** The path template, e.g. `/users/{user_id}`. */
  readonly path: string;
  /** How the body is made: of the `fields` that are no other parameters, `optional` the same but left out when there are none, `whole` from the parameter `body`. */
  readonly body?: 'fields' | 'optional' | 'whole';
  /** The parameters that go to the query although the operation has a body. */
  readonly query?: readonly string[];
  /** Headers whose values the spec fixes. */
  readonly headers?: Readonly<Record<string, string>>;
  /** `none`: sent without credentials. `optional`: sent with static credentials, and without those that need a token first. */
  readonly security?: 'none' | 'optional';
  /** The server, where it is not the client's. */
  readonly server?: string;
  /** Whether the vendor honors an `Idempotency-Key` here. */
  readonly idempotent?: boolean;
  readonly pagination?: Pagination;
}

/** Operations by the parts of their `operationId`: `motions/list` is `{ motions: { list: … } }`. */
export interface OperationTable {
  readonly [name: string]: OperationDefinition | OperationTable;
}

/** How the spec serializes arrays and objects in the query. */
export interface QuerySerialization {
  readonly array?: { readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited'; readonly explode: boolean };
  readonly object?: { readonly style: 'form' | 'deepObject'; readonly explode: boolean };
}
