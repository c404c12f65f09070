import { type Document, operationsOf, type Reference, resolve, type Schema } from '../document/document.ts';
import { keysOf } from '../document/pointer.ts';

/**
 * Where the error responses of a document say why, as a client's definition takes it; undefined if the document does not say.
 *
 * @throws {Error} If no error response declares what a pointer names.
 */
export function errorPointersOf(document: Document): object | undefined {
  const { message, code, requestId } = document['x-errors'] ?? {};
  if (!message && !code && !requestId) return undefined;
  const isDeclared = declaredInErrors(document);
  for (const pointer of [...(message?.pointers ?? []), ...(code?.pointers ?? [])]) {
    if (isDeclared(pointer)) continue;
    throw new Error(`x-errors: no error response declares ${pointer}. Correct the pointer, or declare the field.`);
  }
  return {
    message: message?.pointers.map(keysOf),
    code: code?.pointers.map(keysOf),
    requestId: requestId?.header,
  };
}

/** Finds whether an error response declares what a pointer names. */
export function declaredInErrors(document: Document): (pointer: string) => boolean {
  const bodies = errorBodiesOf(document);
  return (pointer) => bodies.some((body) => declares(document, body, keysOf(pointer)));
}

function errorBodiesOf(document: Document): (Schema | Reference)[] {
  const schemas = operationsOf(document)
    .flatMap(({ responses }) => Object.entries(responses))
    .filter(([status]) => !/^[123]/.test(status))
    .flatMap(([, { content = {} }]) => Object.values(content).map(({ schema }) => schema));
  return [...new Map(schemas.map((schema) => [Object(schema).$ref ?? schema, schema])).values()];
}

/** Whether a schema declares a place, in one of its variants. */
function declares(document: Document, given: Schema | Reference, [token, ...rest]: readonly string[]): boolean {
  const schema = resolve(document, given);
  if (token === undefined) return true;
  const { allOf = [], anyOf = [], oneOf = [], properties = {}, items } = schema;
  const child = Object.hasOwn(properties, token) ? properties[token] : /^\d+$/.test(token) ? items : undefined;
  return (
    (child !== undefined && declares(document, child, rest)) ||
    [...allOf, ...anyOf, ...oneOf].some((variant) => declares(document, variant, [token, ...rest]))
  );
}
