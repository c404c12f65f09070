import { type Document, type Media, own, type ResponseObject, type Schema } from '../document/openapi.ts';
import { type Operation, statusKey } from '../document/operations.ts';
import { sampleOf } from '../document/sample.ts';
import { violationOf } from '../document/schemas.ts';
import { assign, copy, valueAt } from '../state/paths.ts';
import { acceptedType } from './body.ts';
import { isSequence, mediaTypeIn, writeBody } from './write-body.ts';

/** A response before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** A request that the vendor refuses. What responds to requests catches it, and makes the response. */
export class Refusal extends Error {
  /** The first of them that the operation declares is the status. */
  readonly statuses: readonly number[];
  /** The name of the example that the vendor responds with, such as `invalidScope`. */
  readonly example: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(
    statuses: readonly number[],
    message: string,
    example?: string,
    headers?: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.statuses = statuses;
    this.example = example;
    this.headers = headers;
  }
}

/** What a document declares for a status. */
export interface Declared {
  readonly response: ResponseObject;
  readonly mediaType: string | undefined;
  readonly media: Media;
}

/** What an operation declares for a status, in a media type that the request accepts. */
export function declaredFor(operation: Operation, status: number, accept?: string | null): Declared {
  const response: ResponseObject = operation.responses[statusKey(operation, status) ?? ''] ?? {};
  const { content = {} } = response;
  const mediaType = acceptedType(content, accept) ?? Object.keys(content)[0];
  return { response, mediaType, media: content[mediaType ?? ''] ?? {} };
}

/** The values of the examples by their names. */
export function examplesOf({ examples = {}, example }: Media): Map<string, unknown> {
  const named = Object.entries(examples).map(([name, { value }]) => [name, value] as const);
  return new Map(named.length > 0 || example === undefined ? named : [['example', example]]);
}

/** The example of a name, or else the first one, or else a sample of the schema. Of a sequence, all examples are its events. */
export function exampleOf({ media, mediaType }: Pick<Declared, 'media' | 'mediaType'>, name = ''): unknown {
  const examples = examplesOf(media);
  const [first = name] = examples.keys();
  if (isSequence(mediaType) && examples.size > 0 && !examples.has(name)) return [...examples.values()];
  return examples.size > 0 ? examples.get(examples.has(name) ? name : first) : media.schema && sampleOf(media.schema);
}

/** Writes a body as its media type. */
export function replyWith(
  status: number,
  mediaType: string | undefined,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
  schema?: Schema,
): Reply {
  if (mediaType === undefined || value === undefined) return { status, headers, body: undefined };
  const type = mediaTypeIn(mediaType, schema);
  return { status, headers: { 'content-type': type, ...headers }, body: writeBody(type, value, schema) };
}

/** Where vendors usually have the reason; `detail` is that of RFC 9457. */
const usualPointers = ['/message', '/detail', '/error/message', '/error'];

/** Refuses a request in the vendor's own format: an example of the spec, with the reason where the vendor has its sentence. */
export function refuse(document: Document, operation: Operation, refusal: Refusal): Reply {
  const { statuses, message, example: name, headers } = refusal;
  const declared = statuses.find((one) => Object.hasOwn(operation.responses, one));
  // Vendors that send 422 say so.
  const status = declared ?? statuses.find((one) => one !== 422) ?? 400;
  if (!statusKey(operation, status)) return replyWith(status, 'application/json', { message }, headers);
  const { media, mediaType } = declaredFor(operation, status);
  const example = exampleOf({ media, mediaType }, name);
  const body = copy(example);
  // An error of OAuth has its own place for the reason (RFC 6749 §5.2).
  const pointers = ['/error_description', ...(document['x-errors']?.message?.pointers ?? usualPointers)];
  for (const path of pointers.map((pointer) => pointer.slice(1))) {
    const reason = valueAt(body, path);
    const isTexts = Array.isArray(reason) && reason.length > 0 && reason.every((one) => typeof one === 'string');
    if (typeof reason !== 'string' && !isTexts) continue;
    assign(body, path, isTexts ? [message] : message);
    break;
  }
  if (typeof own(body, 'status') === 'number') assign(body, 'status', status);
  const isValid = body === undefined || !violationOf(media.schema ?? {}, body);
  return replyWith(status, mediaType, isValid ? body : example, headers);
}
