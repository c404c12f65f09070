import { type Document, type Operation, type Parameter, resolve, type Schema } from '../document/document.ts';
import { mostFrequent } from './most-frequent.ts';

/** How a query parameter writes an array or an object, as in OpenAPI. */
export interface Serialization {
  readonly style: string;
  readonly explode: boolean;
}

/** How the query parameters of a document write arrays and objects, unless a parameter differs. */
export interface QuerySerialization {
  readonly array: Serialization | undefined;
  readonly object: Serialization | undefined;
}

/** The serialization that most query parameters of a document have: a client has one default for all its operations. */
export function querySerializationOf(document: Document, operations: readonly Operation[]): QuerySerialization {
  const parameters = operations.flatMap((operation) => operation.parameters.filter((one) => one.in === 'query'));
  const defaultFor = (type: string) => {
    const found = parameters.filter(({ schema }) => typesOf(document, schema).has(type));
    return mostFrequent(found.map(serializationOf), keyOf);
  };
  return { array: defaultFor('array'), object: defaultFor('object') };
}

/** The serialization of a query parameter, where it differs from the default of its document. */
export function ownSerializationOf(
  document: Document,
  parameter: Parameter,
  shared: QuerySerialization,
): Serialization | undefined {
  const types = typesOf(document, parameter.schema);
  const own = serializationOf(parameter);
  const defaults = [types.has('array') && shared.array, types.has('object') && shared.object];
  return defaults.some((one) => one && keyOf(one) !== keyOf(own)) ? own : undefined;
}

function serializationOf({ style = 'form', explode = style === 'form' }: Parameter): Serialization {
  // OpenAPI gives `deepObject` one meaning, with or without `explode`.
  return { style, explode: explode || style === 'deepObject' };
}

function keyOf({ style, explode }: Serialization): string {
  return `${style} ${explode}`;
}

/** The types that a schema allows, those of its alternatives included. */
function typesOf(document: Document, schema: Schema): ReadonlySet<string> {
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const inner = variants.flatMap((variant) => [...typesOf(document, resolve(document, variant))]);
  return new Set([...[schema.type ?? []].flat(), ...inner]);
}
