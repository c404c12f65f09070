import { type Document, type Operation, type Parameter, resolve, type Schema } from '../document/document.ts';
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

/** The most frequent serialization in a document. A client has one default for all its operations. */
export function querySerializationOf(document: Document, operations: readonly Operation[]): QuerySerialization {
  const parameters = operations.flatMap((operation) => operation.parameters.filter((one) => one.in === 'query'));
  const defaultFor = (type: string) => {
    const found = parameters.filter(({ schema }) => typesOf(document, schema).has(type));
    return mostFrequent(found.map(serializationOf), keyOf);
  };
  return { array: defaultFor('array'), object: defaultFor('object') };
}

/** The serialization of a query parameter if it differs from the default of its document. */
export function ownSerializationOf(
  document: Document,
  parameter: Parameter,
  common: QuerySerialization,
): Serialization | undefined {
  const types = typesOf(document, parameter.schema);
  const own = serializationOf(parameter);
  const defaults = [types.has('array') && common.array, types.has('object') && common.object];
  return defaults.some((one) => one && keyOf(one) !== keyOf(own)) ? own : undefined;
}

function serializationOf({ style = 'form', explode = style === 'form' }: Parameter): Serialization {
  // In OpenAPI, `explode` does not change the meaning of `deepObject`.
  return { style, explode: explode || style === 'deepObject' };
}

function keyOf({ style, explode }: Serialization): string {
  return `${style} ${explode}`;
}

/** The types that a schema allows, including those in `anyOf` and `oneOf`. */
function typesOf(document: Document, schema: Schema): ReadonlySet<string> {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const inner = variants.flatMap((variant) => [...typesOf(document, resolve(document, variant))]);
  return new Set([...[schema.type ?? []].flat(), ...inner]);
}
