import { type Document, type Operation, resolve } from '../document/document.ts';
import { requestMediaTypeOf } from './media-types.ts';
import { methodParametersOf } from './method-parameters.ts';

/** How a method takes the body of its operation: by its fields, or whole where it has none or they would clash with a parameter. */
export function bodyModeOf(document: Document, operation: Operation): 'fields' | 'optional' | 'whole' | undefined {
  const { body } = operation;
  if (!body) return undefined;
  const media = body.content[requestMediaTypeOf(body)];
  const { type, properties = {} } = media ? resolve(document, media.schema) : {};
  const clash = methodParametersOf(operation).some(({ name }) => Object.hasOwn(properties, name));
  if (type !== 'object' || clash) return 'whole';
  return body.required ? 'fields' : 'optional';
}
