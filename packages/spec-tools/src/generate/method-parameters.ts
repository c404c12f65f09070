import { type Document, type Operation, type Parameter, resolve } from '../document/document.ts';
import { requestMediaTypeOf } from './media-types.ts';

/** Headers that a client sets itself; call options change them. The runtime's type `Input` omits the same headers. */
const clientHeaders = /^(accept|authorization|content-type|idempotency-key)$/i;

/** Whether the method of an operation takes a parameter by name. */
export function isMethodParameter(parameter: Parameter): boolean {
  if (parameter.in === 'cookie') return false;
  return parameter.in !== 'header' || !(clientHeaders.test(parameter.name) || fixedValueOf(parameter) !== undefined);
}

/** The parameters that the method of an operation takes by name. */
export function methodParametersOf({ parameters }: Operation): Parameter[] {
  return parameters.filter(isMethodParameter);
}

/**
 * How a method takes the request body: as its fields, or as one parameter `body`.
 *
 * It is `whole` if the body is not an object, or if a field and a parameter have the same name.
 */
export function bodyModeOf(document: Document, operation: Operation): 'fields' | 'optional' | 'whole' | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const media = body.content[requestMediaTypeOf(body)];
  const { type, properties = {} } = media ? resolve(document, media.schema) : {};
  const clash = methodParametersOf(operation).some(({ name }) => Object.hasOwn(properties, name));
  if (type !== 'object' || clash) return 'whole';
  return body.required ? 'fields' : 'optional';
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
