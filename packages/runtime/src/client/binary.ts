import { type ByteStream, createUpload } from '../pipeline/dispatch/upload.ts';
import type { RequestBody } from '../pipeline/http-request.ts';
import { isRecord, ownCopy } from '../pipeline/own-value.ts';
import { refuseOption } from './check-text.ts';
import type { BodySerializer } from './request-body.ts';

/** A `Blob` or a `File`. That of the platform is one, and that of `node:buffer`, whose types differ. */
export interface ByteBlob {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Bytes to send: a `Blob` or a `File`, a buffer, or a `ReadableStream`, also one of `Readable.toWeb()`. A stream is sent as it is read, in
 * constant memory. A request with a stream is not retried.
 */
export type Binary = ByteBlob | ArrayBuffer | ArrayBufferView | ByteStream;

/**
 * A file of a `multipart/form-data` body. A `File` brings its own name and media type.
 *
 * @example { name: 'talk.mp3', data: stream }
 */
export type FileInput =
  | Binary
  | {
      readonly data: Binary;
      /** The name of the file. @default that of the `File`, else `blob` */
      readonly name?: string | undefined;
      /** The media type of the file. @default that of the `Blob`, else that of the operation, else application/octet-stream */
      readonly type?: string | undefined;
    };

/** Whether a value is bytes. */
export function isBinary(value: unknown): value is Binary {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value) || isStream(value);
}

/** Whether a value is a stream, of any library. */
export function isStream(value: unknown): value is ByteStream {
  return typeof value === 'object' && value !== null && 'getReader' in value;
}

/** Takes a file apart; undefined if the value is none. */
export function readFile(value: unknown): { data: Binary; name?: unknown; type?: unknown } | undefined {
  if (isBinary(value)) return { data: value };
  const { data, name, type } = ownCopy(isRecord(value) ? value : {});
  return isBinary(data) ? { data, name, type } : undefined;
}

/** @throws {PlumblineError} If the stream cannot be sent. */
export function assertStream(label: string, place: string, { locked }: ByteStream): void {
  if (locked) refuseOption(label, place, 'is a stream that is read elsewhere.');
  // Some browsers would send the text "[object ReadableStream]" instead.
  const init: object = { method: 'POST', body: new ReadableStream(), duplex: 'half' };
  if (new Request('http://localhost', init).headers.has('Content-Type')) {
    refuseOption(label, place, 'is a stream, which this platform cannot send. Pass a Blob.');
  }
}

const octets = 'application/octet-stream';

/**
 * Sends bytes or text. If the operation leaves its media type open, such as image/*, it is that of the call's `Content-Type` header, or
 * else of the `Blob`.
 */
export const bytesBody: BodySerializer = (label, root, body, headers) => {
  if (!isBinary(body) && typeof body !== 'string') refuseOption(label, root, 'must be text or bytes.');
  const own = body instanceof Blob ? body.type : '';
  if (headers['content-type']?.includes('*')) headers['content-type'] = own || octets;
  if (!isStream(body)) return body as RequestBody;
  assertStream(label, root, body);
  return createUpload(body);
};
