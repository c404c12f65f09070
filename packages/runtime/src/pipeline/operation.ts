import type { Place } from '../errors/problem.ts';

/** How a list is paged, from the spec's `x-pagination`. */
export interface Pagination {
  /**
   * What selects a page. `offset`: a parameter with the index of the first item, from 0. `page`: a parameter with the page number,
   * from 1. `cursor`: a parameter with a value that the page before contains. `link`: a URL that the page before contains.
   */
  readonly style: 'offset' | 'page' | 'cursor' | 'link';
  /** The parameter, or the field of the request body, that selects a page. @default none: the style is `link` */
  readonly parameter?: string;
  /** The largest value that the vendor accepts for `parameter`. @default no limit */
  readonly maxValue?: number;
  /** The parameter for the size of a page. @default none */
  readonly sizeParameter?: string;
  /** The size of the pages after the first, if the caller passes none. @default the vendor's */
  readonly defaultSize?: number;
  /** The place in the body of the items. Empty if the body is the list. */
  readonly items: Place;
  /** The property of an item that identifies it. A loop drops an item whose key it has read. @default no item is dropped */
  readonly key?: string;
  /** The place in the body of the next cursor, or of the URL of the next page. @default the `Link` header, or `last` */
  readonly next?: Place;
  /** The place in the last item of a page of the next cursor. @default none */
  readonly last?: Place;
  /** The place in the body of a boolean: whether there are further pages. @default none */
  readonly more?: Place;
  /** The place in the body of the number of all items. @default none */
  readonly total?: Place;
  /** The place in the body of the number of all pages. @default none */
  readonly pages?: Place;
}

/** How a parameter serializes arrays or objects (OpenAPI's `style` and `explode`). */
export interface Serialization {
  readonly style: 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';
  readonly explode: boolean;
}

/** The location and the serialization of a parameter, if they do not follow from the rest of the operation. */
export interface ParameterDefinition extends Partial<Serialization> {
  /** Its location. @default `path` if the path names it; `query` if the operation has no request body; else a field of the body */
  readonly in?: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** Its name on the wire, if another parameter or field of the operation has the same one. @default the name of the parameter */
  readonly name?: string;
  /** The media type of its value (OpenAPI's `content`), such as application/json. @default its value is text, by its style */
  readonly content?: string;
  /** Whether reserved characters of RFC 3986 are sent unencoded. @default false */
  readonly allowReserved?: true;
}

/** How a field of a form or a part of a multipart body is sent (OpenAPI's `encoding`). */
export interface EncodingDefinition extends Partial<Serialization> {
  /** Its media type. @default by its value: JSON for an object, octet-stream for bytes, else text */
  readonly contentType?: string;
  /** Whether reserved characters of RFC 3986 are sent unencoded. @default false */
  readonly allowReserved?: true;
}

/** A body that is a sequence of events: `text/event-stream`, or JSON lines. */
export interface StreamDefinition {
  /** What the data of an event is: `text`, or `any`, which is JSON or else text. @default JSON */
  readonly data?: 'text' | 'any';
  /** Whether `stream()` yields an event as an object, with its `data`, `event`, `id` and `retry`. @default its data alone */
  readonly events?: true;
}

/** The parts of an operation in the spec that a client needs at run time. */
export interface OperationDefinition {
  readonly method: string;
  /** The path template, e.g. `/users/{user_id}`. */
  readonly path: string;
  /** A query with fixed values in front of the parameters, such as `beta=true`. @default none */
  readonly query?: string;
  /** The parameters that differ from the defaults, by name. @default none */
  readonly parameters?: Readonly<Record<string, ParameterDefinition>>;
  /**
   * Content of the request body. `fields`: all input that is not a parameter. `optional`: the same, or no request body if there is
   * no such input. `whole`: the input's `body`. @default no request body
   */
  readonly body?: 'fields' | 'optional' | 'whole';
  /** The media type of the request body. @default application/json */
  readonly requestMediaType?: string;
  /** How fields of a form or parts of a multipart body are sent, by name. @default by their values */
  readonly encoding?: Readonly<Record<string, EncodingDefinition>>;
  /** The media types of a success, the default first. Empty if no success has a body. @default ['application/json'] */
  readonly responseMediaTypes?: readonly string[];
  /** The bodies of a success that are bytes or a stream of events, by media type. @default JSON or text, by the media type */
  readonly responseKinds?: Readonly<Record<string, 'bytes' | StreamDefinition>>;
  /** Whether a redirect is a success, because the spec declares no other. @default false */
  readonly redirects?: true;
  /** Headers with a fixed value in the spec. @default none */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Alternatives (OpenAPI's `security`), each a list of the schemes that it combines. An empty list of alternatives means no
   * credentials. An empty alternative makes credentials optional. @default the client's credentials
   */
  readonly security?: readonly (readonly string[])[];
  /** URL of the server. @default the client's */
  readonly server?: string;
  /** Whether the vendor honors an `Idempotency-Key`. @default false */
  readonly idempotencyKey?: true;
  /** How the list is paged. @default the operation is not a list */
  readonly pagination?: Pagination;
}

/** Operations by the parts of their `operationId`: `motions/list` is `{ motions: { list: … } }`. */
export interface OperationTable {
  readonly [name: string]: OperationDefinition | OperationTable;
}

/** How a query serializes arrays and objects whose parameter has no style of its own. */
export interface QuerySerialization {
  readonly array?: Serialization;
  readonly object?: Serialization;
}
