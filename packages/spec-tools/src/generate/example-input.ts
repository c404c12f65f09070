import type { Document, Operation } from '../document/document.ts';
import { methodParametersOf } from './method-parameters.ts';
import { bodyModeOf } from './request-body.ts';

/**
 * The parameters that a spec gives as examples, as its method takes them: one flat object, or the body whole as `body`.
 *
 * @param mediaType Whose body example is taken. Defaults to the first that the spec names.
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
