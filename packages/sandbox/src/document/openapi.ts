/** The parts of an OpenAPI 3.1 document that a sandbox reads, without references. */

/** A JSON object: its properties are read with `Object.hasOwn` where their names come from a request. */
export type Json = Readonly<Record<string, unknown>>;

export interface Evidence {
  readonly level: 'documented' | 'inferred' | 'unknown';
  readonly note?: string;
  /** Of a resource: the kinds of operations that it is about, and `filters`. @default all */
  readonly covers?: readonly string[];
}
/** What a part of a document rests on. Without `x-evidence`, it counts as documented. */
export interface Evident {
  readonly 'x-evidence'?: Evidence;
}
export interface Schema extends Evident {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}
export interface Parameter extends Evident {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  readonly 'x-idempotency'?: { readonly seconds: number } & Evident;
}
/** How a field of a form, or a part of a multipart body, is sent. */
export interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
}
export interface Media extends Evident {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly example?: unknown;
  readonly encoding?: Readonly<Record<string, Encoding>>;
}
export interface Body extends Evident {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, Media>>;
}
export interface ResponseObject extends Evident {
  readonly content?: Readonly<Record<string, Media>>;
}
export interface SecurityScheme extends Evident {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
  readonly scheme?: string;
  readonly flows?: Readonly<Record<string, { readonly scopes?: Json }>>;
}
/** How a list is paged. `items`, `next`, `last`, `more`, `total` and `pages` are places: a property, or a JSON Pointer (RFC 6901). */
export interface Pagination extends Evident {
  readonly style: 'offset' | 'page' | 'cursor' | 'link';
  readonly offset?: string;
  readonly page?: string;
  readonly cursor?: string;
  readonly limit?: string;
  readonly items: string;
  readonly next?: string;
  readonly last?: string;
  readonly more?: string;
  readonly total?: string;
  readonly pages?: string;
}
export interface RateLimit extends Evident {
  readonly plan?: string;
  readonly methods?: readonly string[];
  readonly requests: number;
  readonly seconds: number;
}
export interface OperationObject extends Evident {
  readonly operationId?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly servers?: Document['servers'];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Body;
  readonly responses?: Readonly<Record<string, ResponseObject>>;
  readonly 'x-pagination'?: Pagination;
  readonly 'x-effect'?: Effect;
}
export interface Document {
  readonly info?: { readonly title?: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly security?: OperationObject['security'];
  readonly paths?: Readonly<Record<string, Json>>;
  readonly components?: Readonly<Record<string, Json>>;
  readonly 'x-clients'?: Readonly<Record<string, readonly string[]>>;
  readonly 'x-errors'?: { readonly message?: { readonly pointers: readonly string[] } };
  readonly 'x-rate-limits'?: readonly RateLimit[];
  readonly 'x-resources'?: Readonly<Record<string, ResourceObject>>;
}

/** Values by the paths of properties. See "Behaviour that the sandbox reads" in specs/README.md. */
export type Values = Readonly<Record<string, unknown>>;

/** A test of an item, with the value of a query parameter. */
export interface Test {
  readonly equals?: string;
  readonly none?: unknown;
  readonly oneOf?: string;
  readonly before?: string;
  readonly after?: string;
  readonly set?: string;
  readonly unset?: string;
}
/** How a new item becomes one item for each recipient. */
export interface Delivery {
  readonly to: string;
  readonly from: string;
  readonly everyone?: Json;
  readonly members?: {
    readonly entry: Json;
    readonly resource: string;
    readonly by: string;
    readonly where?: Values;
  };
  readonly notified?: string;
}
/** A kind of item that the vendor stores: an entry of `x-resources`. */
export interface ResourceObject extends Evident {
  readonly path?: string;
  readonly keys?: readonly string[];
  readonly prefix?: string;
  readonly single?: boolean;
  readonly callers?: Readonly<Record<string, string>>;
  readonly belongsTo?: Readonly<Record<string, string>>;
  readonly upsert?: readonly string[];
  readonly update?: 'merge' | 'replace';
  readonly merge?: Readonly<Record<string, string>>;
  readonly order?: 'newest' | 'oldest';
  readonly sort?: string;
  readonly set?: Values;
  readonly touch?: Values;
  readonly derive?: Values;
  readonly filters?: Readonly<Record<string, Test>>;
  readonly counts?: Readonly<Record<string, Test>>;
  readonly times?: 'seconds' | 'milliseconds';
  readonly deliver?: Delivery;
  readonly delivers?: string;
  readonly adds?: Readonly<Record<string, string>>;
  readonly rows?: Readonly<Record<string, string>>;
}
/** What an operation does that its name does not say: `x-effect`. One of the first five properties is there. */
export interface Effect extends Evident {
  readonly change?: string;
  readonly view?: string;
  readonly token?: string;
  readonly progress?: string;
  readonly fixed?: 'examples';
  readonly all?: boolean;
  readonly body?: boolean;
  readonly set?: Values;
  readonly remove?: { readonly list: string; readonly by: string; readonly all?: unknown };
  readonly of?: string;
  readonly where?: Values;
  readonly one?: boolean;
  readonly seconds?: number;
  readonly client?: readonly [id: string, secret: string];
  readonly key?: boolean;
  readonly steps?: readonly Values[];
}

/** The value of an object's own property. */
export function own(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? (object as Json)[name]
    : undefined;
}

/** Sets an own property, also one that is called `__proto__`. */
export function put(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}
