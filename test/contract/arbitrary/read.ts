import { strict as assert } from 'node:assert';
import { methodsOf, type Result } from '@plumbline/repository/clients';
import type { Document, Media, Operation } from '@plumbline/spec-tools/document/document';
import fc, { type Arbitrary } from 'fast-check';
import { addressOf, baseInput } from '../attempts/base-input.ts';
import { isTo } from '../attempts/wire.ts';
import type { Target } from '../check.ts';
import { fill } from '../constraints/fill.ts';
import { isObject } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import { recordingFetch } from '../recording.ts';
import { arbitraryOf } from './arbitrary.ts';
import { disturbed } from './disturb.ts';
import { runs, tokenAnswer } from './runs.ts';
import { textOf, wellFormed } from './text.ts';

type Fetch = Target['fetch'];

/** A response that a spec declares with content. */
export interface Declared {
  readonly key: string;
  readonly status: number;
  readonly mediaType: string;
  readonly media: Media;
}

/** Generated bodies are accepted by the judge, and read as they are; disturbed ones are read as they are, too. */
export async function readGenerated(
  vendor: string,
  document: Document,
  operation: Operation,
  declared: readonly Declared[],
  { url, judge }: Target,
): Promise<void> {
  const read = reader(vendor, document, operation, url);
  const address = addressOf(operation, url);
  const answers = fc.oneof(...declared.map((one) => answerOf(document, one)));
  const property = fc.asyncProperty(answers, async ({ status, mediaType, body, valid }) => {
    const text = mediaType.endsWith('json') ? JSON.stringify(body) : String(body);
    const response = { status, headers: { 'content-type': mediaType }, body: text };
    const request = { method: operation.method, url: address, headers: {} };
    if (valid) assert.deepEqual(judge.response({ request, response }), []);
    const result = await read(status, mediaType, text);
    assert.deepEqual([result.status, result.ok], [status, status < 300]);
    const expected = mediaType.endsWith('json') ? JSON.parse(text) : text;
    // openapi-fetch does not tell an error of the JSON text `""` from one without a body.
    assert.deepEqual(
      status < 300 ? result.data : result.error,
      status >= 300 && expected === '' ? undefined : expected,
    );
  });
  await fc.assert(property, runs);
}

/** Each example with every field that the schema names is read as it is. What is answered is recorded. */
export async function readFilled(
  vendor: string,
  document: Document,
  operation: Operation,
  { status, mediaType, media }: Declared,
  { url, exchanges }: Target,
): Promise<void> {
  const read = reader(vendor, document, operation, url, (answer) => recordingFetch(exchanges, answer));
  const schema = readSchema(document, media.schema);
  for (const { value } of Object.values(media.examples ?? {})) {
    const body = fill(schema, value);
    const result = await read(status, mediaType, JSON.stringify(body));
    assert.deepEqual([result.status, result.ok], [status, status < 300]);
    assert.deepEqual(result.ok ? result.data : result.error, body);
  }
}

/** Lists of ten thousand items and of none are read as they are. */
export async function readLists(
  vendor: string,
  document: Document,
  operation: Operation,
  { status, mediaType, media }: Declared,
  { url }: Target,
): Promise<void> {
  const read = reader(vendor, document, operation, url);
  const base = fill(readSchema(document, media.schema), Object.values(media.examples ?? {})[0]?.value);
  for (const body of [0, 10_000].flatMap((length) => [...resized(base, length)])) {
    const text = JSON.stringify(body);
    const result = await read(status, mediaType, text);
    assert.equal(JSON.stringify(result.data), text);
  }
}

/** Whether a response has a list, at its root or one below. */
export function hasList(document: Document, { mediaType, media }: Declared): boolean {
  return mediaType.endsWith('json') && [...resized(fill(readSchema(document, media.schema)), 0)].length > 0;
}

function* resized(value: unknown, length: number): Generator<unknown> {
  if (Array.isArray(value)) yield Array.from({ length }, (_, index) => value[index % value.length]);
  if (!isObject(value)) return;
  for (const [name, field] of Object.entries(value)) {
    for (const list of resized(field, length)) yield { ...value, [name]: list };
  }
}

/** Reads an answer by an operation's method. */
function reader(
  vendor: string,
  document: Document,
  operation: Operation,
  baseUrl: string,
  around: (answer: Fetch) => Fetch = (answer) => answer,
) {
  let answer = tokenAnswer;
  const answering = around(async () => answer());
  const fetch: Fetch = async (address, init) =>
    isTo(operation, address, init) ? answering(address, init) : tokenAnswer();
  const method = methodsOf(vendor, { baseUrl, fetch })(operation.id);
  const input = baseInput(document, operation);
  return (status: number, mediaType: string, text: string): Promise<Result> => {
    answer = () => new Response(text, { status, headers: { 'Content-Type': mediaType } });
    const accept = status < 300 ? { accept: mediaType } : {};
    return method(input, { ...accept, retry: false }).result();
  };
}

function answerOf(document: Document, { status, mediaType, media }: Declared) {
  const schema = readSchema(document, media.schema);
  // An empty text is no body, and a mark at its beginning is none of the text (Encoding Standard §6).
  const text = textOf(wellFormed, 1).filter((one) => !one.startsWith('\ufeff'));
  const body: Arbitrary<unknown> = mediaType.endsWith('json') ? arbitraryOf(schema) : text;
  const answer = (made: Arbitrary<unknown>, valid: boolean) =>
    made.map((one) => ({ status, mediaType, body: one, valid }));
  return mediaType.endsWith('json') ? fc.oneof(answer(body, true), answer(disturbed(body), false)) : answer(body, true);
}
