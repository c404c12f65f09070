import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { fill } from '../constraints/fill.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Variation } from '../constraints/variation.ts';
import { variationsOf } from '../constraints/variations.ts';
import type { Attempt } from './attempt.ts';
import { baseBody, baseInput, inputWith } from './base-input.ts';
import { limitOfBody } from './mock-limits.ts';
import { refusalStatus } from './refusal-status.ts';

/** Each constraint of the body met and broken, in each media type that it may have. */
export function bodyAttempts(document: Document, operation: Operation): Attempt[] {
  return Object.entries(operation.body?.content ?? {}).flatMap(([mediaType, media]) => {
    const schema = readSchema(document, media.schema);
    const base = baseBody(document, operation, mediaType);
    const medium = mediaType.endsWith('json') ? 'json' : 'text';
    const only = { ...operation, body: { ...operation.body, content: { [mediaType]: media } } };
    return [...variationsOf(schema, fill(schema, base), medium)].map((variation) => ({
      name: `${mediaType} where ${variation.path || 'the body'} ${variation.change}`,
      headers: { 'Content-Type': mediaType },
      ...sent(document, only, variation),
      ...(variation.valid ? {} : { refusal: refusalStatus(operation), limit: limitOfBody(operation, variation) }),
    }));
  });
}

function sent(document: Document, operation: Operation, { value }: Variation): Pick<Attempt, 'input' | 'change'> {
  const input = inputWith(document, operation, value);
  if (input) return { input };
  // A method that takes the fields of its body cannot be given a body without fields.
  const change: Attempt['change'] = (wire) => {
    wire.body = JSON.stringify(value);
  };
  return { input: baseInput(document, operation), change };
}
