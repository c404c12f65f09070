import type ts from 'typescript';
import { isSequence } from '../document/content-kind.ts';
import type { Document, Operation } from '../document/document.ts';
import { redirects, responseKindOf, responseMediaTypesOf, streamTypesOf, successKeysOf } from './media-types.ts';
import { membersOf, resolveType, textOf } from './source.ts';

/** The types of an operation's bodies by status, range and `default`. */
export type BodyTypes = ReadonlyMap<string, string>;
type Content = ReadonlyMap<string, ts.PropertySignature>;

/** The types of the responses of an operation. */
export interface ResponseTypes {
  /** The bodies of successes. A body of several media types depends on `Media`. */
  readonly successes: BodyTypes;
  readonly errors: BodyTypes;
  /** What `stream()` yields; undefined if it yields bytes. */
  readonly event: string | undefined;
}

/** Reads the types of the responses of an operation, whose type has `responses`. */
export function responseTypesOf(
  document: Document,
  file: ts.SourceFile,
  operation: Operation,
  type: ts.TypeNode,
): ResponseTypes {
  const responses = membersOf(membersOf(type).get('responses')?.type);
  const keys = successKeysOf(operation);
  const contents = new Map(
    [...responses].map(([status, { type }]): [string, Content] => [
      status,
      membersOf(membersOf(resolveType(file, type)).get('content')?.type),
    ]),
  );
  const successes = new Map<string, string>();
  const errors = new Map<string, string>();
  const isRedirected = redirects(operation);
  for (const [status, content] of contents) {
    const isEmpty = content.size === 0 || operation.method === 'HEAD';
    // Where `default` is the success, it is the error of the other statuses, too.
    if (keys.includes(status)) {
      const key = status === 'default' ? '2XX' : status;
      successes.set(key, isEmpty ? 'undefined' : bodyTypeOf(document, operation, content));
    }
    if (isRedirected && status.startsWith('3')) successes.set(status, 'undefined');
    // An error without a declared body may still have one, for example from a gateway.
    else if (!status.startsWith('2')) errors.set(status, isEmpty ? 'unknown' : errorTypeOf(content));
  }
  return { successes, errors, event: eventTypeOf(document, operation, [...contents.values()]) };
}

function bodyTypeOf(document: Document, operation: Operation, content: Content): string {
  const typeOf = (mediaType: string) => {
    const kind = responseKindOf(document, operation, mediaType);
    if (kind === 'bytes') return 'Bytes';
    return isSequence(kind) ? 'string' : typeIn(content, mediaType);
  };
  const any = unionOf([...content.keys()].map(typeOf));
  return byMedia(operation, (mediaType) => (content.has(mediaType) ? typeOf(mediaType) : any));
}

/** A client reads the body of an error as JSON, else as text. */
function errorTypeOf(content: Content): string {
  const json = [...content.keys()].filter((mediaType) => /[/+]json$/.test(mediaType));
  return json.length > 0 ? unionOf(json.map((mediaType) => typeIn(content, mediaType))) : 'string';
}

function eventTypeOf(document: Document, operation: Operation, contents: readonly Content[]): string | undefined {
  const streams = streamTypesOf(document, operation);
  if (streams.length === 0) return undefined;
  return byMedia(operation, (mediaType) => {
    if (!streams.includes(mediaType)) return 'Bytes';
    return unionOf(contents.flatMap((content) => (content.has(mediaType) ? typeIn(content, mediaType) : [])));
  });
}

/** A type that depends on the media type, unless all media types have the same. */
function byMedia(operation: Operation, typeOf: (mediaType: string) => string): string {
  const mediaTypes = responseMediaTypesOf(operation);
  const types = mediaTypes.map(typeOf);
  if (new Set(types).size === 1) return types[0] ?? 'unknown';
  return `{ ${mediaTypes.map((name, index) => `'${name}': ${types[index]}`).join('; ')} }[Media]`;
}

function typeIn(content: Content, mediaType: string): string {
  const type = content.get(mediaType)?.type;
  return type ? textOf(type) : 'unknown';
}

/** Joins types as one. */
export function unionOf(types: readonly string[]): string {
  const all = new Set(types);
  return all.has('unknown') ? 'unknown' : [...all].join(' | ');
}

/** The types of the bodies of errors, by status, range and `default`: all that an operation declares for it. */
export function errorBodiesOf(operations: readonly BodyTypes[]): BodyTypes {
  const statuses = new Set(operations.flatMap((bodies) => [...bodies.keys()]));
  return new Map(
    [...statuses].sort().map((status) => {
      const types = operations.flatMap((bodies) => errorBodyOf(bodies, status) ?? []);
      const declared = types.filter((type) => type !== 'unknown');
      return [status, unionOf(declared.length > 0 ? declared : types)];
    }),
  );
}

/** The type of an operation's error body of a status, which its range or `default` may declare. */
function errorBodyOf(bodies: BodyTypes, status: string): string | undefined {
  const keys = [status, `${status.charAt(0)}XX`, ...(/^[45]/.test(status) ? ['default'] : [])];
  return keys.map((key) => bodies.get(key)).find((type) => type !== undefined);
}
