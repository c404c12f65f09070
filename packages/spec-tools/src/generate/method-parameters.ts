import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type Operation, type Parameter, resolve, type Schema } from '../document/document.ts';
import { requestMediaTypeOf } from './media-types.ts';

/** Headers that a client sets itself; call options change them. The runtime's type `Input` omits the same headers. */
const clientHeaders = /^(accept|authorization|content-type|idempotency-key)$/i;

/** A parameter as a method takes it. */
export interface MethodParameter extends Parameter {
  /** Its name in the method. */
  readonly name: string;
  /** Its name in a request. */
  readonly sentName: string;
}

/** Whether the method of an operation takes a parameter by name. */
export function isMethodParameter(parameter: Parameter): boolean {
  return parameter.in !== 'header' || !(clientHeaders.test(parameter.name) || fixedValueOf(parameter) !== undefined);
}

/**
 * The parameters that the method of an operation takes, in the order of the spec.
 *
 * Of two with one name, the second gets its location in front: `query_id` beside `id` in the path. `body` is the name of a request body. So
 * does an optional one that every object has, since TypeScript would demand it: `header_toString`.
 */
export function methodParametersOf({ parameters, body }: Operation): MethodParameter[] {
  const own = parameters.filter(isMethodParameter);
  const places = ['path', 'query', 'header', 'cookie'];
  const inOrder = [...own].sort((one, other) => places.indexOf(one.in) - places.indexOf(other.in));
  const declared = new Set(own.map(({ name }) => name));
  const taken = new Set(body && ['body']);
  const names = new Map<Parameter, string>();
  for (const parameter of inOrder) {
    let { name } = parameter;
    if (taken.has(name) || (!parameter.required && name in Object.prototype && name !== '__proto__')) {
      name = `${parameter.in}_${name}`;
      while (taken.has(name) || declared.has(name)) name = `${parameter.in}_${name}`;
    }
    taken.add(name);
    names.set(parameter, name);
  }
  return own.map((parameter) => ({
    ...parameter,
    name: names.get(parameter) ?? parameter.name,
    sentName: parameter.name,
  }));
}

/**
 * How a method takes the request body: as its fields, or as one parameter `body`.
 *
 * It is `whole` if the body is not an object, or is an object without `properties` and `additionalProperties: true`, or if a field and a
 * parameter have the same name.
 */
export function bodyModeOf(document: Document, operation: Operation): 'fields' | 'optional' | 'whole' | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const mediaType = requestMediaTypeOf(body);
  if (/^(text|bytes)$/.test(bodyKindOf(mediaType))) return 'whole';
  const schema: Schema = resolve(document, body.content[mediaType]?.schema ?? {});
  const { type, properties, additionalProperties } = schema;
  const parameters = methodParametersOf(operation);
  const fields = fieldsOf(document, schema);
  const clash = parameters.some(({ name }) => fields.has(name));
  // The parameters would have to have the type of the other fields.
  const isTyped = typeof additionalProperties === 'object' && parameters.length > 0;
  const isMap = fields.size === 0 && properties === undefined && additionalProperties !== true;
  if (type !== 'object' || isMap || isTyped || clash) return 'whole';
  return body.required ? 'fields' : 'optional';
}

/** The names of an object's fields, in all of its variants. */
function fieldsOf(document: Document, schema: Schema, seen: Set<Schema> = new Set()): ReadonlySet<string> {
  if (seen.has(schema)) return new Set();
  seen.add(schema);
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const inner = parts.flatMap((part) => [...fieldsOf(document, resolve<Schema>(document, part), seen)]);
  return new Set([...Object.keys(schema.properties ?? {}), ...inner]);
}

/** The value of a header that the client sends itself, because it is required and allows only this value. */
export function fixedValueOf({ in: location, required, schema }: Parameter): unknown {
  if (location !== 'header' || !required) return undefined;
  return schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
}

/** Whether the vendor honors an `Idempotency-Key` on an operation. */
export function honorsIdempotencyKey({ parameters }: Operation): boolean {
  return parameters.some((parameter) => parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name));
}
