import { type Document, type Operation, resolve } from '../document/document.ts';
import { keysOfPlace } from '../document/pointer.ts';
import { redirects, responseMediaTypesOf, streamTypesOf, successKeysOf } from './media-types.ts';
import { methodParametersOf } from './method-parameters.ts';
import type { TypeNames } from './type-names.ts';

/** The names of the types of an operation's method, as its signature has them. */
export interface CallTypes {
  /** What the method takes; undefined if it takes nothing. */
  readonly params: string | undefined;
  /** What a call resolves with. */
  readonly response: string;
  readonly result: string;
  /** An item of a list; undefined if the operation is none. */
  readonly item: string | undefined;
  /** What `stream()` yields; undefined if it yields bytes. */
  readonly event: string | undefined;
}

/** Names the types of an operation. */
export function callTypesOf(document: Document, operation: Operation, names: TypeNames): CallTypes {
  const name = names.operations.get(operation.id) ?? '';
  const media = typeParameterOf(operation) && '<Media>';
  const none = successKeysOf(operation).length > 0 || redirects(operation) ? 'undefined' : 'unknown';
  const { items } = operation.object['x-pagination'] ?? {};
  return {
    params: methodParametersOf(operation).length > 0 || operation.body ? `${name}Params` : undefined,
    response: responseMediaTypesOf(operation).length > 0 ? `${name}Response${media}` : none,
    result: `${name}Result${media}`,
    item: items === undefined ? undefined : (itemSchemaOf(document, operation, items, names) ?? `${name}Item`),
    event: streamTypesOf(document, operation).length > 0 ? `${name}Event${media}` : undefined,
  };
}

/** The type parameter for the media type of a response; empty if there is only one. */
export function typeParameterOf(operation: Operation): string {
  const [first, ...others] = responseMediaTypesOf(operation).map((mediaType) => `'${mediaType}'`);
  return others.length > 0 ? `<Media extends ${[first, ...others].join(' | ')} = ${first}>` : '';
}

/** The type of the schema to which a list's items refer. */
function itemSchemaOf(document: Document, operation: Operation, items: string, names: TypeNames): string | undefined {
  const [mediaType = ''] = responseMediaTypesOf(operation);
  const response = Object.values(operation.responses).find(({ content }) => content && mediaType in content);
  const page = resolve(document, response?.content?.[mediaType]?.schema ?? {});
  const list = keysOfPlace(items).reduce((schema, key) => resolve(document, schema.properties?.[key] ?? {}), page);
  const { $ref = '' } = (list.items ?? {}) as { $ref?: string };
  return names.schemas.get($ref.replace('#/components/schemas/', ''));
}
