import type { Document, Media, Operation } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import { fill } from '../constraints/fill.ts';
import { readSchema } from '../constraints/read-schema.ts';
import { variationsOf } from '../constraints/variations.ts';

/** An answer that nobody sent, and whether the spec allows it. */
export interface Answer {
  /** In words, for whoever reads of its misjudgement. */
  readonly what: string;
  readonly valid: boolean;
  readonly response: Exchange['response'];
}

/** Statuses that hardly any spec declares, one of each class. */
const rare = [206, 304, 418, 507];

/** Answers with a body: each example, each constraint of its schema met and broken, and other media types. */
export function bodyAnswers(
  document: Document,
  operation: Operation,
  key: string,
  mediaType: string,
  media: Media,
): Answer[] {
  const [status = 0, ...others] = statusesOf(operation, key);
  const isJson = mediaType.endsWith('json');
  const write = (value: unknown) => (isJson ? JSON.stringify(value) : String(value));
  const answer = (what: string, valid: boolean, body: string, type = mediaType, of = status): Answer => ({
    what,
    valid,
    response: { status: of, headers: { 'content-type': type }, body },
  });
  const examples = Object.entries(media.examples ?? {}).map(([name, { value }]) => ({ name, text: write(value) }));
  const text = examples[0]?.text ?? '';
  const schema = readSchema(document, media.schema);
  const base = fill(schema, Object.values(media.examples ?? {})[0]?.value);
  const variations = [...variationsOf(schema, base, isJson ? 'json' : 'text')].filter(({ value }) => value !== '');
  return [
    ...examples.map((example) => answer(`the example ${example.name}`, true, example.text)),
    ...others.map((other) => answer(`the status ${other}`, true, text, mediaType, other)),
    answer('a charset', true, text, `${mediaType}; charset=utf-8`),
    answer('a body of another media type', false, text, 'application/octet-stream'),
    ...(isJson ? [answer('a body of JSON that breaks off', false, '{"field":')] : []),
    ...variations.map(({ path, change, value, valid }) =>
      answer(`a body where ${path || 'all of it'} ${change}`, valid, write(value)),
    ),
  ];
}

/** Answers whose status is declared without content. */
export function bodylessAnswers(operation: Operation, key: string): Answer[] {
  return statusesOf(operation, key).flatMap((status) => [
    { what: `${status} without a body`, valid: true, response: { status, headers: {} } },
    {
      what: `${status} with a body`,
      valid: false,
      response: { status, headers: { 'content-type': 'application/json' }, body: '{}' },
    },
  ]);
}

/** Answers whose status is not declared. */
export function undeclaredAnswers({ responses }: Operation): Answer[] {
  return rare
    .filter((status) => statusKey(responses, status) === undefined)
    .map((status) => ({ what: `the status ${status}`, valid: false, response: { status, headers: {} } }));
}

/** The statuses to try of those that a key of the responses stands for. */
function statusesOf({ responses }: Operation, key: string): number[] {
  const first = Number(key[0]) * 100;
  const tried = key === 'default' ? rare : key.endsWith('XX') ? [first + 3, first, first + 99] : [Number(key)];
  return tried.filter((status) => statusKey(responses, status) === key);
}
