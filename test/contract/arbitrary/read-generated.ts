import { strict as assert } from 'node:assert';
import { methodsOf, type Result } from '@plumbline/repository/clients';
import { bodyKindOf, contentKindOf } from '@plumbline/spec-tools/document/content-kind';
import type { Document, Media, Operation } from '@plumbline/spec-tools/document/document';
import fc, { type Arbitrary } from 'fast-check';
import type { Target } from '../check.ts';
import { fill } from '../constraints/fill.ts';
import { isObject } from '../constraints/json-schema.ts';
import { readSchema } from '../constraints/read-schema.ts';
import { recordingFetch } from '../recording.ts';
import { addressOf, baseInput } from '../requests/base-input.ts';
import { isRequestOf, tokenResponse } from '../requests/outgoing-request.ts';
import { readableData, writeResponse } from '../response-body.ts';
import { arbitraryOf, runs } from './arbitrary.ts';
import { disturbed } from './disturb.ts';
import { textOf, wellFormed } from './text.ts';

type Fetch = Target['fetch'];

/** A declared response with content. */
export interface DeclaredResponse {
  readonly key: string;
  readonly status: number;
  readonly mediaType: string;
  readonly media: Media;
}

/** Asserts that the validator accepts generated bodies, and that the client reads them and disturbed ones unchanged. */
export async function readGenerated(
  vendor: string,
  document: Document,
  operation: Operation,
  declared: readonly DeclaredResponse[],
  { url, validator }: Target,
): Promise<void> {
  const read = reader(vendor, document, operation, url);
  const address = addressOf(operation, url);
  const responses = fc.oneof(...declared.map((one) => arbitraryResponse(document, one)));
  const property = fc.asyncProperty(responses, async ({ status, mediaType, body, valid }) => {
    const text = typeof body === 'string' && !isJson(mediaType) ? body : JSON.stringify(body);
    const response = { status, headers: { 'content-type': mediaType }, body: text };
    const request = { method: operation.method, url: address, headers: {} };
    if (valid) assert.deepEqual(validator.response({ request, response }), []);
    const result = await read(status, mediaType, text);
    assert.deepEqual([result.status, result.ok], [status, status < 300]);
    const expected = isJson(mediaType) ? JSON.parse(text) : text;
    assert.deepEqual(status < 300 ? readableData(result.data) : result.error, expected);
  });
  await fc.assert(property, runs);
}

/** Asserts that the client reads each example with each declared field unchanged. Adds the exchanges to the target. */
export async function readFilled(
  vendor: string,
  document: Document,
  operation: Operation,
  { status, mediaType, media }: DeclaredResponse,
  { url, exchanges }: Target,
): Promise<void> {
  const read = reader(vendor, document, operation, url, (respond) => recordingFetch(exchanges, respond));
  const schema = readSchema(document, media.schema);
  for (const { value } of Object.values(media.examples ?? {})) {
    const body = fill(schema, value);
    const result = await read(status, mediaType, JSON.stringify(body));
    assert.deepEqual([result.status, result.ok], [status, status < 300]);
    assert.deepEqual(result.ok ? result.data : result.error, body);
  }
}

/** The most characters of a long list, as JSON. */
const longestList = 16_000_000;

/** Asserts that the client reads lists of 0 and of 10,000 items unchanged; of fewer, if they are large. */
export async function readLists(
  vendor: string,
  document: Document,
  operation: Operation,
  { status, mediaType, media }: DeclaredResponse,
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

/** Whether a response has a list, at its root or below. */
export function hasList(document: Document, { mediaType, media }: DeclaredResponse): boolean {
  return isJson(mediaType) && [...resized(fill(readSchema(document, media.schema)), 0)].length > 0;
}

function* resized(value: unknown, length: number): Generator<unknown> {
  if (Array.isArray(value)) {
    const most = Math.ceil(longestList / (JSON.stringify(value[0])?.length ?? 1));
    yield Array.from({ length: Math.min(length, most) }, (_, index) => value[index % value.length]);
  }
  if (!isObject(value)) return;
  for (const [name, field] of Object.entries(value)) {
    for (const list of resized(field, length)) yield { ...value, [name]: list };
  }
}

/** Returns a function that reads a response by an operation's method. */
function reader(
  vendor: string,
  document: Document,
  operation: Operation,
  baseUrl: string,
  record: (respond: Fetch) => Fetch = (respond) => respond,
) {
  let response = tokenResponse;
  const respond = record(async () => response());
  const fetch: Fetch = async (address, init) =>
    isRequestOf(operation, address, init) ? respond(address, init) : tokenResponse();
  const method = methodsOf(vendor, { baseUrl, fetch })(operation.id);
  const input = baseInput(document, operation);
  return (status: number, mediaType: string, text: string): Promise<Result> => {
    response = () => new Response(text, { status, headers: { 'Content-Type': mediaType } });
    const accept = status < 300 ? { accept: mediaType } : {};
    return method(input, { ...accept, retry: false }).result();
  };
}

function isJson(mediaType: string): boolean {
  return bodyKindOf(mediaType) === 'json';
}

function arbitraryResponse(document: Document, { status, mediaType, media }: DeclaredResponse) {
  const schema = readSchema(document, media.schema);
  // Without the empty text, which has no body, and without a byte order mark, which decoding removes (Encoding Standard §6).
  const text = textOf(wellFormed, 1).filter((one) => !one.startsWith('\ufeff') && (status < 300 || isErrorText(one)));
  const kind = contentKindOf(document, mediaType, media.schema);
  const lines = fc.array(arbitraryOf(schema), { minLength: 1, maxLength: 3 });
  const written = lines.map((values) => values.map((one) => writeResponse(document, mediaType, media, one)).join(''));
  // Any text is a stream of events, since a reader ignores what it does not know.
  const body: Arbitrary<unknown> = kind === 'json' ? arbitraryOf(schema) : kind === 'lines' ? written : text;
  const response = (bodies: Arbitrary<unknown>, valid: boolean) =>
    bodies.map((one) => ({ status, mediaType, body: one, valid }));
  return kind === 'json' ? fc.oneof(response(body, true), response(disturbed(body), false)) : response(body, true);
}

/** Whether a client reads the text of an error as text: it takes a blank one for no body, and reads JSON of any media type. */
function isErrorText(text: string): boolean {
  try {
    JSON.parse(text.trim());
    return false;
  } catch {
    return text.trim() !== '';
  }
}
