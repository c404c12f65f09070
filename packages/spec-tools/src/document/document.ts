import type { PaginationExtension } from './pagination-extension.ts';
import { keysOf } from './pointer.ts';
import type { EffectExtension, ResourceExtension } from './sandbox-extensions.ts';

export type Level = 'documented' | 'inferred' | 'unknown';
export interface Evidence {
  readonly level: Level;
  readonly source: string;
  readonly note?: string;
}
/** The note of what a program converted, which says nothing of its own: no doc comment has it. */
export const notReviewed = 'Converted without review.';
/** The description of a parameter that its document does not describe. No doc comment has it. */
export const notDescribed = 'The document does not describe it.';

/** A part of a spec that has to say how sure it is. */
interface Evident {
  readonly 'x-evidence': Evidence;
}
export interface Reference {
  readonly $ref: string;
}
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly additionalProperties?: boolean | Schema | Reference;
  readonly items?: Schema | Reference;
  readonly anyOf?: readonly (Schema | Reference)[];
  readonly allOf?: readonly (Schema | Reference)[];
  readonly oneOf?: readonly (Schema | Reference)[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly maximum?: number;
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: unknown;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The media type of its value, in place of `schema`. */
  readonly content?: Readonly<Record<string, Media>>;
}
/** How a field of a form or a part of a multipart body is sent. */
export interface EncodingObject {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}
export interface Media {
  readonly schema: Schema | Reference;
  readonly encoding?: Readonly<Record<string, EncodingObject>>;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
export interface Body {
  readonly description?: string;
  readonly required?: boolean;
  readonly content: Readonly<Record<string, Media>>;
}
export interface ResponseObject {
  readonly content?: Readonly<Record<string, Media>>;
}
export interface RateLimitExtension {
  readonly plan?: string;
  readonly methods?: readonly string[];
  readonly requests: number;
  readonly seconds: number;
}
/** Where a value stands in the body of an error response. */
export interface ErrorTextExtension {
  /** JSON Pointers (RFC 6901). The first that finds text counts. */
  readonly pointers: readonly string[];
  readonly 'x-evidence': Evidence;
}
export interface ErrorsExtension {
  readonly message?: ErrorTextExtension;
  readonly code?: ErrorTextExtension;
  readonly requestId?: { readonly header: string; readonly 'x-evidence': Evidence };
}
/** Security schemes that a request must all satisfy, each with its scopes. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
/** An API server. Its URL may be relative: to that of the document (OpenAPI §4.8.5). */
export interface Server {
  readonly url: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}
export interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
}
export interface OperationObject {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly deprecated?: boolean;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Body | Reference;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
  readonly 'x-evidence': Evidence;
  readonly 'x-pagination'?: PaginationExtension & Partial<Evident>;
  readonly 'x-effect'?: EffectExtension & Evident;
}

/** A bundled spec: the fields that the tools read. */
export interface Document {
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly Server[];
  /** The default for operations without their own `security`. */
  readonly security?: readonly SecurityRequirement[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly 'x-rate-limits'?: readonly RateLimitExtension[];
  readonly 'x-errors'?: ErrorsExtension;
  readonly 'x-clients'?: Readonly<Record<string, readonly string[]>>;
  readonly 'x-resources'?: Readonly<Record<string, ResourceExtension & Evident>>;
}

/** An operation of a spec with its references resolved. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly object: OperationObject;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: Readonly<Record<string, ResponseObject>>;
  /** The URL of its own server, if the operation or its path item has `servers`: absolute, with the defaults of its variables. */
  readonly server: string | undefined;
}

/** Resolves a reference within the document. Returns any other value unchanged. */
export function resolve<T>(document: Document, value: T | Reference): T {
  if (typeof value !== 'object' || value === null || !('$ref' in value)) return value as T;
  return resolve(
    document,
    keysOf(value.$ref).reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document) as T,
  );
}

/** The methods that a client sends. `fetch` cannot send TRACE. */
export const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'] as const;

/** All operations of a document, in the order of the document. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => readOperation(document, path, method, item)),
  );
}

function readOperation(
  document: Document,
  path: string,
  method: string,
  item: Readonly<Record<string, unknown>>,
): Operation {
  const object = item[method] as OperationObject;
  const pathParameters = (item.parameters ?? []) as readonly (Parameter | Reference)[];
  const all = [...pathParameters, ...(object.parameters ?? [])].map((parameter) => resolve(document, parameter));
  // A parameter of the operation replaces that of its path.
  const parameters = [...new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
  const [server] = object.servers ?? (item.servers as Document['servers'] | undefined) ?? [];
  return {
    id: object.operationId,
    method: method.toUpperCase(),
    path,
    object,
    parameters: parameters.map((parameter) => ({ ...parameter, schema: resolve(document, schemaOf(parameter)) })),
    body: object.requestBody && resolve(document, object.requestBody),
    responses: Object.fromEntries(
      Object.entries(object.responses).map(([status, response]) => [status, resolve(document, response)]),
    ),
    server: server && absoluteUrl(document, server),
  };
}

/** The schema of a parameter, which may stand in its `content`. */
function schemaOf({ schema, content = {} }: Parameter): Schema | Reference {
  return schema ?? Object.values(content)[0]?.schema ?? {};
}

/** The URL of a server with the defaults of its variables. */
export function fillServer({ url, variables = {} }: Server): string {
  return url.replace(/\{([^}]+)\}/g, (_, name: string) => variables[name]?.default ?? '');
}

/** The URL of an operation's own server. A relative one is resolved with that of the document. */
function absoluteUrl({ servers: [main] }: Document, server: Server): string {
  const url = fillServer(server);
  const base = main && fillServer(main).replace(/\/*$/, '/');
  return /^[a-z]+:/i.test(url) ? url : (URL.parse(url, base)?.href.replace(/\/+$/, '') ?? url);
}
