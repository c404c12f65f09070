import { type Document, operationsOf, type Reference, resolve, type Schema } from '../document/document.ts';

/**
 * Where the error responses of a document say why, as a client's definition takes it; undefined if the document does not say.
 *
 * @throws {Error} If no error response declares what a pointer names.
 */
export function errorPointersOf(document: Document): object | undefined {
  const { message, code, requestId } = document['x-errors'] ?? {};
  if (!message && !code && !requestId) return undefined;
  const bodies = errorBodiesOf(document);
  for (const pointer of [...(message?.pointers ?? []), ...(code?.pointers ?? [])]) {
    if (bodies.some((body) => declares(document, body, pointer.split('/').slice(1)))) continue;
    throw new Error(`x-errors: no error response declares ${pointer}. Correct the pointer, or declare the field.`);
  }
  return { message: message?.pointers, code: code?.pointers, requestId: requestId?.header };
}

function errorBodiesOf(document: Document): (Schema | Reference)[] {
  return operationsOf(document)
    .flatMap(({ responses }) => Object.entries(responses))
    .filter(([status]) => !/^[123]/.test(status))
    .flatMap(([, { content = {} }]) => Object.values(content).map(({ schema }) => schema));
}

/** Whether a schema declares the place of a JSON Pointer, in one of its variants. */
function declares(document: Document, given: Schema | Reference, [token, ...rest]: readonly string[]): boolean {
  const schema = resolve(document, given);
  if (token === undefined) return true;
  const { allOf = [], anyOf = [], oneOf = [], properties = {}, items } = schema;
  const name = token.replace(/~1/g, '/').replace(/~0/g, '~');
  const child = Object.hasOwn(properties, name) ? properties[name] : /^\d+$/.test(name) ? items : undefined;
  return (
    (child !== undefined && declares(document, child, rest)) ||
    [...allOf, ...anyOf, ...oneOf].some((variant) => declares(document, variant, [token, ...rest]))
  );
}
