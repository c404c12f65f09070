import { contentKindOf, isSequence } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Media, Operation } from '@plumbline/spec-tools/document/document';
import { streamOf } from '@plumbline/spec-tools/generate/stream';
import { declaredMediaType } from '@plumbline/spec-tools/validate/body';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import { fill } from '../constraints/fill.ts';
import { readSchema } from '../constraints/read-schema.ts';
import type { Variation } from '../constraints/variation.ts';
import { variationsOf } from '../constraints/variations.ts';
import { writeResponse } from '../response-body.ts';

/** A made-up response, and whether the spec allows it. */
export interface ResponseCase {
  /** Describes the response in a failing check. */
  readonly description: string;
  readonly valid: boolean;
  readonly response: Exchange['response'];
}

/** Statuses that few specs declare, one of each class. */
const rareStatuses = [206, 304, 418, 507];

/** Makes, one by one, responses with a body: each example, each constraint of its schema met and broken, and other media types. */
export function* bodyCases(
  document: Document,
  operation: Operation,
  key: string,
  mediaType: string,
  media: Media,
): Generator<ResponseCase> {
  const [status = 0, ...others] = statusesOf(operation, key);
  const kind = contentKindOf(document, mediaType, media.schema);
  const isJson = kind === 'json';
  const medium = isJson || isSequence(kind) ? 'json' : 'text';
  const { events } = streamOf(document, kind, media.schema);
  const encode = (value: unknown) => writeResponse(document, mediaType, media, value);
  const caseOf = (description: string, valid: boolean, body: string, type = mediaType, of = status): ResponseCase => ({
    description,
    valid,
    response: { status: of, headers: { 'content-type': type }, body },
  });
  const examples = Object.entries(media.examples ?? {}).map(([name, { value }]) => ({ name, text: encode(value) }));
  const text = examples[0]?.text ?? '';
  const schema = readSchema(document, media.schema);
  const base = fill(schema, Object.values(media.examples ?? {})[0]?.value);
  const other = ['application/octet-stream', 'text/plain'].find(
    (type) => !declaredMediaType(operation.responses[key]?.content ?? {}, type),
  );
  // An event without data is none. Its other fields are text.
  const isRead = ({ path, value }: Variation) => value !== '' && (!events || path.startsWith('data'));
  for (const example of examples) yield caseOf(`the example ${example.name}`, true, example.text);
  for (const other of others) yield caseOf(`the status ${other}`, true, text, mediaType, other);
  yield caseOf('a charset', true, text, `${mediaType}; charset=utf-8`);
  if (other) yield caseOf('a body of another media type', false, text, other);
  if (isJson) yield caseOf('a body of truncated JSON', false, '{"field":');
  for (const variation of variationsOf(schema, base, medium)) {
    const { path, change, value, valid } = variation;
    if (isRead(variation)) yield caseOf(`a body where ${path || 'the root'} ${change}`, valid, encode(value));
  }
}

/** Responses whose status is declared without content. */
export function bodylessCases(operation: Operation, key: string): ResponseCase[] {
  return statusesOf(operation, key).flatMap((status) => [
    { description: `${status} without a body`, valid: true, response: { status, headers: {} } },
    {
      description: `${status} with a body`,
      valid: false,
      response: { status, headers: { 'content-type': 'application/json' }, body: '{}' },
    },
  ]);
}

/** Responses whose status is undeclared. */
export function undeclaredCases({ responses }: Operation): ResponseCase[] {
  return rareStatuses
    .filter((status) => statusKey(responses, status) === undefined)
    .map((status) => ({ description: `the status ${status}`, valid: false, response: { status, headers: {} } }));
}

/** Statuses that a key of the responses declares: the status itself, or some of a range or of the default. */
function statusesOf({ responses }: Operation, key: string): number[] {
  const first = Number(key[0]) * 100;
  const some = key === 'default' ? rareStatuses : key.endsWith('XX') ? [first + 3, first, first + 99] : [Number(key)];
  return some.filter((status) => statusKey(responses, status) === key);
}
