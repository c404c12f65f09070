/** How a list is paged: which parameters move, and where the body holds what. Read from the spec's `x-pagination`. */
export interface Pagination {
  /** The query parameter that moves. */
  readonly parameter: string;
  /** `offset`: it is the index of the first item, from 0. `page`: it is a page number, from 1. */
  readonly style: 'offset' | 'page';
  /** The largest value that the vendor accepts for `parameter`. @default no limit */
  readonly maxValue?: number;
  /** The query parameter for the size of a page. */
  readonly sizeParameter: string;
  /** The size of the pages after the first, where the caller gives none. @default the vendor's */
  readonly defaultSize?: number;
  /** The property of the body that holds the items. */
  readonly items: string;
  /** The property of the body that counts all items. */
  readonly total?: string;
  /** The property of the body that counts all pages. */
  readonly pages?: string;
}

/** How a query serializes arrays or objects (OpenAPI's `style` and `explode`). */
export interface Serialization {
  readonly style: 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
}

/** Where a parameter goes and how it is serialized, where neither follows from the rest of the operation. */
export interface ParameterDefinition extends Partial<Serialization> {
  /** @default `path` where the path names it, `query` where the operation has no body, else a field of the body */
  readonly in?: 'query' | 'header';
}

/** One operation as the spec describes it: what a client must know at run time to send it. */
export interface OperationDefinition {
  readonly method: string;
  /** The path template, e.g. `/users/{user_id}`. */
  readonly path: string;
  /** The parameters that need a word, by name. */
  readonly parameters?: Readonly<Record<string, ParameterDefinition>>;
  /**
   * What the body is made of. `fields`: the input that is no parameter. `optional`: the same, and no body where there is none.
   * `whole`: the input's `body`. @default no body
   */
  readonly body?: 'fields' | 'optional' | 'whole';
  /** The media type of the body. @default application/json */
  readonly requestMediaType?: string;
  /** The media types of a success, the default first. @default ['application/json'] */
  readonly responseMediaTypes?: readonly string[];
  /** Headers whose values the spec fixes. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Alternatives (OpenAPI's `security`), each with the names of the schemes that it combines. None: sent without credentials.
   * An empty alternative makes credentials optional. @default the client's credentials
   */
  readonly security?: readonly (readonly string[])[];
  /** The server, where it is not the client's. */
  readonly server?: string;
  /** The vendor honors an `Idempotency-Key` here. */
  readonly idempotencyKey?: true;
  readonly pagination?: Pagination;
}

/** Operations by the parts of their `operationId`: `motions/list` is `{ motions: { list: … } }`. */
export interface OperationTable {
  readonly [name: string]: OperationDefinition | OperationTable;
}

/** How a query serializes arrays and objects, where a parameter says nothing of its own. */
export interface QuerySerialization {
  readonly array?: Serialization;
  readonly object?: Serialization;
}
