import { contentKindOf, essenceOf, isSequence } from '@plumbline/spec-tools/document/content-kind';
import { type Document, type Operation, resolve } from '@plumbline/spec-tools/document/document';
import { successKeysOf } from '@plumbline/spec-tools/generate/media-types';
import { declaredMediaType, type MediaObject, readBody } from '@plumbline/spec-tools/validate/body';
import { readEvents } from '@plumbline/spec-tools/validate/events';
import { pointerTo } from '@plumbline/spec-tools/validate/location';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import type { CompareValue } from './compare-value.ts';
import type { Difference } from './difference.ts';
import type { RecordedExchange } from './exchange-source.ts';
import type { PrintName } from './printable-names.ts';

/** What a comparison of one response needs. */
export interface ResponseComparison {
  readonly document: Document;
  readonly compareValue: CompareValue;
  readonly printName: PrintName;
}

/** These statuses say that the operation is gone: code that calls it fails. */
const goneStatuses = [404, 405, 410, 501];

/** Compares a response with what the spec declares for its operation: status, media type and body. Headers are not compared. */
export function compareResponse(
  { document, compareValue, printName }: ResponseComparison,
  { id, path, method, responses }: Operation,
  { status, headers, body = '', bodyIsUnknown }: RecordedExchange['response'],
): Difference[] {
  const keys = ['paths', path, method.toLowerCase(), 'responses'];
  const differ = (
    kind: Difference['kind'],
    breaking: boolean,
    at: readonly string[],
    message: string,
    change: string,
  ) => [
    {
      kind,
      breaking,
      operation: id,
      place: `response ${status}`,
      pointer: '',
      at: pointerTo(document, at),
      message,
      change,
    },
  ];
  const key = declaredStatus({ responses }, status);
  if (key === undefined) {
    const message = `the status is ${status}; the spec declares ${Object.keys(responses).join(', ')}`;
    const breaking = status < 400 || goneStatuses.includes(status);
    return differ('undeclared status', breaking, keys, message, 'Declare the status, or remove the operation.');
  }

  const { content } = responses[key] ?? {};
  const at = [...keys, key, 'content'];
  if (!content) {
    return body === ''
      ? []
      : differ('undeclared body', false, at, 'a body; the spec declares none', 'Declare the body.');
  }
  if (bodyIsUnknown) return [];
  const declared = Object.keys(content).join(', ');
  // A failing server may send any body: gateways answer in its place.
  const breaking = status < 500;
  if (body === '')
    return differ('empty body', breaking, at, `no body; the spec declares ${declared}`, 'Remove the body.');

  const mediaType = essenceOf(headers['content-type'] ?? '');
  const parsed = attempt(() => JSON.parse(body));
  const found = declaredMediaType(content, mediaType);
  const json = Object.keys(content).find(isJson);
  // The clients parse JSON under another name too.
  const readAs = found ?? (parsed && !/html|csv/.test(mediaType) ? json : undefined);
  const name = mediaType === '' ? 'missing' : printName(mediaType);
  const differences = found
    ? []
    : differ(
        'undeclared media type',
        breaking && readAs === undefined,
        at,
        `the media type is ${name}; the spec declares ${declared}`,
        'Declare the media type.',
      );
  if (readAs === undefined) return differences;
  const media = resolve<MediaObject>(document, content[readAs] ?? {});
  const { schema = {} } = media;
  const values = attempt(() =>
    isSequence(contentKindOf(document, readAs, schema))
      ? readEvents(document, readAs, schema, body)
      : [readBody(document, readAs === found ? (headers['content-type'] ?? '') : readAs, media, body)],
  );
  if (!values) return differ('unreadable body', breaking, at, `the body is not valid ${readAs}`, 'Ask the vendor.');
  const pointer = pointerTo(document, [...at, readAs, 'schema']);
  const inBody = values.value.flatMap((value) => compareValue(pointer, value));
  const place = `response ${status} body`;
  return [...differences, ...inBody.map((difference) => ({ ...difference, operation: id, place }))];
}

/** `default` declares errors: a success or redirect has to be declared itself. Alone, it declares successes, too. */
function declaredStatus(operation: Pick<Operation, 'responses'>, status: number): string | undefined {
  const key = statusKey(operation.responses, status);
  return key === 'default' && status < 400 && !successKeysOf(operation).includes(key) ? undefined : key;
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

/** The value that a body is read as; undefined if it cannot be read. */
function attempt<Value>(read: () => Value): { readonly value: Value } | undefined {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
