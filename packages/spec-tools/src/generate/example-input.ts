import type { Document, Operation } from '../document/document.ts';
import { bodyModeOf, methodParametersOf } from './method-parameters.ts';

/**
 * The input of a method from the examples of its spec: one flat object, with the request body's fields or as `body`.
 *
 * @param mediaType The media type of the body example. Defaults to the first in the spec.
 */
export function exampleInput(document: Document, operation: Operation, mediaType?: string): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name, example } of methodParametersOf(operation)) {
    if (example !== undefined) input[name] = example;
  }
  const content = operation.body?.content ?? {};
  const media = content[mediaType ?? Object.keys(content)[0] ?? ''];
  const body = Object.values(media?.examples ?? {})[0]?.value;
  return bodyModeOf(document, operation) === 'whole' ? { ...input, body } : { ...input, ...Object(body) };
}
