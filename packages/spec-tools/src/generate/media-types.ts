import { type BodyKind, bodyKindOf, type ContentKind, contentKindOf, isSequence } from '../document/content-kind.ts';
import type { Body, Document, Media, Operation, ResponseObject } from '../document/document.ts';
import { type StreamDefinition, streamOf } from './stream.ts';

const json = 'application/json';

/** The media type of the request body that a client sends: JSON if the spec has it, else a form, else multipart, else the first. */
export function requestMediaTypeOf({ content }: Body): string {
  const found = Object.keys(content);
  const ofKind = (kind: BodyKind) => found.find((name) => bodyKindOf(name) === kind);
  return (
    found.find((name) => name === json) ?? ofKind('json') ?? ofKind('form') ?? ofKind('multipart') ?? found[0] ?? json
  );
}

/**
 * The statuses of an operation's successes, as the spec writes them. Without a success and a redirect, `default` is the success, too.
 * Empty if the spec declares none.
 */
export function successKeysOf({ responses }: Pick<Operation, 'responses'>): string[] {
  const keys = Object.keys(responses);
  const successes = keys.filter((key) => key.startsWith('2'));
  if (successes.length > 0 || redirects({ responses })) return successes;
  return keys.filter((key) => key === 'default');
}

/** The status of the first success, or redirect, that an operation declares, rather of one with the media type that a client asks for. */
export function successStatusOf(operation: Operation): string {
  const { responses } = operation;
  const [mediaType = ''] = responseMediaTypesOf(operation);
  const keys = ['2', '3'].flatMap((digit) => Object.keys(responses).filter((key) => key.startsWith(digit)));
  const key = keys.find((one) => Object.hasOwn(Object(responses[one]?.content), mediaType)) ?? keys[0];
  return (key ?? '200').replace(/XX/i, '00');
}

/** Whether a redirect is the success of an operation, which declares no other. */
export function redirects({ responses }: Pick<Operation, 'responses'>): boolean {
  const keys = Object.keys(responses);
  return keys.some((key) => key.startsWith('3')) && !keys.some((key) => key.startsWith('2'));
}

/** The media types of an operation's successes, JSON first. Empty if they have no body, or if the spec declares none. */
export function responseMediaTypesOf(operation: Operation): string[] {
  const found = new Set(successesOf(operation).flatMap(({ content = {} }) => Object.keys(content)));
  return found.has(json) ? [...new Set([json, ...found])] : [...found];
}

/** The media types for the operation table. Left out if a client need not know them: only JSON, or no success is declared. */
export function tableMediaTypesOf(operation: Operation): string[] | undefined {
  const found = responseMediaTypesOf(operation);
  if (redirects(operation) || operation.method === 'HEAD') return [];
  const isDefault = found.length > 0 ? found.every((name) => name === json) : successesOf(operation).length === 0;
  return isDefault ? undefined : found;
}

/** The bodies of an operation's successes that are neither one JSON value nor text, for the operation table. */
export function tableKindsOf(
  document: Document,
  operation: Operation,
): Readonly<Record<string, 'bytes' | StreamDefinition>> | undefined {
  const kinds = responseMediaTypesOf(operation).flatMap((name): [string, 'bytes' | StreamDefinition][] => {
    const kind = responseKindOf(document, operation, name);
    if (kind === 'bytes') return [[name, kind]];
    return isSequence(kind) ? [[name, streamOf(document, kind, mediaOf(operation, name)?.schema ?? {})]] : [];
  });
  return kinds.length > 0 ? Object.fromEntries(kinds) : undefined;
}

/** The kind of an operation's success of a media type. */
export function responseKindOf(document: Document, operation: Operation, mediaType: string): ContentKind {
  return contentKindOf(document, mediaType, mediaOf(operation, mediaType)?.schema);
}

/** The media types of an operation's successes whose bodies are streams of events. */
export function streamTypesOf(document: Document, operation: Operation): string[] {
  return responseMediaTypesOf(operation).filter((name) => isSequence(responseKindOf(document, operation, name)));
}

function mediaOf(operation: Operation, mediaType: string): Media | undefined {
  return successesOf(operation).flatMap(({ content = {} }) => content[mediaType] ?? [])[0];
}

/** HEAD has no body. */
function successesOf(operation: Operation): ResponseObject[] {
  const successes = successKeysOf(operation).flatMap((key) => operation.responses[key] ?? []);
  return operation.method === 'HEAD' ? successes.map(() => ({})) : successes;
}
