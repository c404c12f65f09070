import { bodyKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { fill } from '../constraints/fill.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Variation } from '../constraints/variation.ts';
import { variationsOf } from '../constraints/variations.ts';
import { baseBody, baseInput, checkedByClient, contentTypeHeaders, inputWith } from './base-input.ts';
import { limitOfBody, refusalStatus } from './mock-refusals.ts';
import type { RequestCase } from './request-case.ts';

/** Each constraint of the request body, met and broken, in each of its media types. */
export function bodyCases(document: Document, operation: Operation): RequestCase[] {
  return Object.entries(operation.body?.content ?? {}).flatMap(([mediaType, media]) => {
    const schema = readSchema(document, media.schema);
    const base = baseBody(document, operation, mediaType);
    const medium = bodyKindOf(mediaType) === 'json' ? 'json' : 'text';
    const only = { ...operation, body: { ...operation.body, content: { [mediaType]: media } } };
    const variations = [...variationsOf(schema, fill(schema, base), medium)];
    // An empty text is not a body.
    const sent = medium === 'json' ? variations : variations.filter(({ value }) => value !== '');
    return sent.map((variation) => ({
      name: `${mediaType} where ${variation.path || 'the body'} ${variation.change}`,
      headers: contentTypeHeaders(mediaType),
      ...inputFor(document, only, variation),
      ...(variation.valid ? {} : { refusal: refusalStatus(operation), limit: limitOfBody(operation, variation) }),
    }));
  });
}

function inputFor(
  document: Document,
  operation: Operation,
  { value }: Variation,
): Pick<RequestCase, 'input' | 'change'> {
  const input = inputWith(document, operation, value);
  if (input && !checkedByClient.includes(operation.id)) return { input };
  // A method whose input holds the fields of its body cannot take a body without fields.
  const change: RequestCase['change'] = (request) => {
    request.body = JSON.stringify(value);
  };
  return { input: baseInput(document, operation), change };
}
