import type { Document, Operation } from '@plumbline/spec-tools/document/document';
import { declaredMediaType } from '@plumbline/spec-tools/validate/body';
import { pointerTo } from '@plumbline/spec-tools/validate/location';
import { statusKey } from '@plumbline/spec-tools/validate/response';
import type { BodyJudge } from './body-differences.ts';
import type { Difference } from './difference.ts';
import { inferSchema } from './inferred-schema.ts';
import { isPlainMediaType } from './plain-name.ts';
import type { RecordedExchange } from './recorded-exchange.ts';

/** Compares an answer of an operation with what the document declares of it. */
export function responseDifferences(
  document: Document,
  bodies: BodyJudge,
  operation: Operation,
  { response }: RecordedExchange,
): Difference[] {
  const { status, headers, body: text = '', bodyIsUnknown } = response;
  const keys = ['paths', operation.path, operation.method.toLowerCase(), 'responses'];
  const base = { operation: operation.id, status, place: `response ${status}`, pointer: '' };
  const [contentType = ''] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const mediaType = contentType.trim();
  const shown = isPlainMediaType(mediaType) ? mediaType : undefined;
  const parsed = text === '' ? undefined : parse(text);

  const key = declaredStatus(operation, status);
  if (key === undefined) {
    const expected = Object.keys(operation.responses).join(', ');
    const found = parsed && { found: inferSchema(parsed.value) };
    const name = text === '' ? undefined : shown;
    return [{ ...base, kind: 'undocumented status', at: pointerTo(document, keys), expected, name, ...found }];
  }

  const at = pointerTo(document, [...keys, key, 'content']);
  const content = operation.responses[key]?.content;
  const inBody = { ...base, place: `${base.place} body` };
  if (!content) {
    if (text === '') return [];
    const found = parsed && { found: inferSchema(parsed.value) };
    return [{ ...inBody, kind: 'undeclared body', at, name: shown, ...found }];
  }
  if (bodyIsUnknown) return [];
  const expected = Object.keys(content).join(', ');
  if (text === '') return [{ ...inBody, kind: 'empty body', at, expected }];

  const declared = declaredMediaType(content, mediaType);
  const json = Object.keys(content).find(isJson);
  const readable = json !== undefined && parsed !== undefined && !/html|csv/.test(mediaType);
  const judged = declared ?? (readable ? json : undefined);
  const relabelled: Difference[] = declared
    ? []
    : [
        {
          ...inBody,
          kind: 'undeclared media type',
          at,
          name: mediaType === '' ? 'none' : shown,
          expected,
          open: readable,
        },
      ];
  if (judged === undefined) return relabelled;
  if (isJson(judged) && !parsed) return [{ ...inBody, kind: 'unreadable body', at, expected: judged }];
  const value = isJson(judged) ? parsed?.value : text;
  const pointer = pointerTo(document, [...keys, key, 'content', judged, 'schema']);
  return [...relabelled, ...bodies.compare(pointer, value).map((difference) => ({ ...inBody, ...difference }))];
}

/** `default` stands for errors: a success that is not declared by itself is not declared. */
function declaredStatus({ responses }: Operation, status: number): string | undefined {
  const key = statusKey(responses, status);
  return key === 'default' && status < 400 ? undefined : key;
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
