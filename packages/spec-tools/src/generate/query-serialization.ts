import { type Document, type Operation, type Parameter, resolve, type Schema } from '../document/document.ts';
import type { MethodParameter } from './method-parameters.ts';
import { mostFrequent } from './most-frequent.ts';

/** How a query parameter serializes an array or an object (OpenAPI `style` and `explode`). */
export interface Serialization {
  readonly style: string;
  readonly explode: boolean;
}

/** The default serialization of arrays and objects in the query parameters of a document. */
export interface QuerySerialization {
  readonly array: Serialization | undefined;
  readonly object: Serialization | undefined;
}

/** A parameter in the table of a client, as far as its serialization differs from the defaults. */
export interface ParameterSerialization extends Partial<Serialization> {
  readonly content?: string;
  readonly allowReserved?: true;
}

/** The most frequent serialization in a document. A client has one default for all its operations. */
export function querySerializationOf(document: Document, operations: readonly Operation[]): QuerySerialization {
  const parameters = operations.flatMap((operation) =>
    operation.parameters.filter((one) => one.in === 'query' && !one.content),
  );
  const defaultFor = (type: string) => {
    const found = parameters.filter(({ schema }) => typesOf(document, schema).has(type));
    return mostFrequent(found.map(serializationOf), keyOf);
  };
  return { array: defaultFor('array'), object: defaultFor('object') };
}

/** The serialization of a parameter if it differs from the default of its document and of its location. */
export function ownSerializationOf(
  document: Document,
  parameter: MethodParameter,
  common: QuerySerialization,
): ParameterSerialization {
  const { in: place, content, allowReserved, schema } = parameter;
  const [mediaType] = Object.keys(content ?? {});
  if (mediaType !== undefined) return { content: mediaType };
  const types = typesOf(document, schema);
  const own = serializationOf(parameter);
  const hasParts = types.has('array') || types.has('object');
  if (isWritten(document, parameter)) {
    return {
      ...((hasParts || (place !== 'cookie' && !allowReserved)) && own),
      ...(place === 'query' && allowReserved && { allowReserved }),
    };
  }
  if (place !== 'query') return {};
  const defaults = [types.has('array') && common.array, types.has('object') && common.object];
  return defaults.some((one) => one && keyOf(one) !== keyOf(own)) ? own : {};
}

/** Whether `writeParameters` of the runtime writes a parameter, since openapi-fetch does not. The table then says how. */
export function isWritten(document: Document, parameter: MethodParameter): boolean {
  const { in: place, content, allowReserved, schema, sentName } = parameter;
  const types = typesOf(document, schema);
  const { style } = serializationOf(parameter);
  const hasParts = types.has('array') || types.has('object');
  if (content || place === 'cookie') return true;
  if (place === 'header') return hasParts;
  if (place === 'path') return hasParts || style !== 'simple';
  // openapi-fetch does not encode names.
  if (allowReserved || /[^\w.~$@:[\]!'()*,;/?-]/.test(sentName)) return true;
  if (!hasParts) return false;
  if (style === 'spaceDelimited' || (types.has('array') && style === 'deepObject')) return true;
  if (types.has('object') && style === 'pipeDelimited') return true;
  if (style !== 'deepObject' && isOpen(document, schema)) return true;
  return partsOf(document, schema).some((part) => /array|object/.test([...typesOf(document, part)].join()));
}

/** The schemas of the items and the properties of a schema. */
function partsOf(
  document: Document,
  { items, properties = {}, additionalProperties, anyOf = [], oneOf = [] }: Schema,
): Schema[] {
  const own = [items, additionalProperties, ...Object.values(properties)].filter((part) => typeof part === 'object');
  const variants = [...anyOf, ...oneOf].flatMap((variant) => partsOf(document, resolve(document, variant)));
  return [...own.map((part) => resolve(document, part)), ...variants];
}

/** Whether a schema accepts an object with properties of any name. */
function isOpen(document: Document, schema: Schema): boolean {
  const { type, properties = {}, additionalProperties, anyOf = [], oneOf = [] } = schema;
  const own =
    [type].flat().includes('object') && (additionalProperties ?? Object.keys(properties).length === 0) !== false;
  return own || [...anyOf, ...oneOf].some((variant) => isOpen(document, resolve(document, variant)));
}

function serializationOf({
  in: place,
  style = place === 'query' || place === 'cookie' ? 'form' : 'simple',
  explode = style === 'form',
}: Parameter): Serialization {
  // In OpenAPI, `explode` does not change the meaning of `deepObject`.
  return { style, explode: explode || style === 'deepObject' };
}

function keyOf({ style, explode }: Serialization): string {
  return `${style} ${explode}`;
}

/** The types that a schema allows, including those in `anyOf` and `oneOf`. */
function typesOf(document: Document, schema: Schema): ReadonlySet<string> {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const inner = variants.flatMap((variant) => [...typesOf(document, resolve(document, variant))]);
  return new Set([...[schema.type ?? []].flat(), ...inner]);
}
