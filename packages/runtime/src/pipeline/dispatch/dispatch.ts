import { createResponse } from '../../time/body.ts';
import { BufferedResponse } from '../buffered-response.ts';
import type { HeaderRecord } from '../http-request.ts';
import { ownCopy } from '../own-value.ts';
import { type Bytes, readBytes } from '../read-bytes.ts';
import { contentCodings, decode } from './content-coding.ts';
import type { Dispatcher } from './dispatcher.ts';
import { ReceivedHead } from './received-head.ts';
import { ResponseHandler } from './response-handler.ts';

/** A body that a dispatcher accepts. */
export type EncodedBody = string | Bytes | AsyncIterable<Uint8Array> | null;

/** A request for a dispatcher. */
export interface DispatchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderRecord;
  readonly body: EncodedBody;
  /** Whether a response with this status resolves when its head arrives, before its body. */
  readonly isStreamed: (status: number) => boolean;
  /** Maximum length of a body that is not streamed, in bytes after decoding. */
  readonly maxBytes: number;
  /** Calls back with the reason when the request is aborted. The returned function removes the callback. */
  readonly onAbort: (callback: (reason: unknown) => void) => () => void;
}

/** The default headers of Node's `fetch` that affect servers. */
const defaultHeaders = { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'node' };

/** The statuses of responses without a body. */
const bodiless = [204, 205, 304];

/**
 * Sends a request through a dispatcher and follows no redirect.
 *
 * @throws The error of the dispatcher, or the reason of the abort.
 */
export function dispatch(dispatcher: Dispatcher, request: DispatchRequest): Promise<Response> {
  const { url, method, body, isStreamed, onAbort } = request;
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const path = pathname + search;
    const receive = (received: ResponseHandler) => {
      try {
        // The fragment is not sent, so the URL of the response has none.
        resolve(toResponse(received, origin + path, request));
      } catch (cause) {
        received.abort(cause);
        reject(cause);
      }
      if (!bodiless.includes(received.status)) return;
      // Some servers announce a body for these statuses, and the connection would wait for it.
      queueMicrotask(() => received.abort(new TypeError('A response of this status has no body.')));
    };
    const resolvesAtHead = (status: number) => isStreamed(status) || bodiless.includes(status);
    const handler = new ResponseHandler(resolvesAtHead, receive, reject, request.maxBytes);
    handler.onEnd = onAbort((reason) => handler.abort(reason));
    if (handler.ended) return;
    try {
      const headers = { ...defaultHeaders, ...request.headers };
      // No prototype: undici also reads what a polluted `Object.prototype` has.
      const options = ownCopy({ origin, path, method, headers, body });
      dispatcher.dispatch(options, handler);
    } catch (cause) {
      handler.onError(cause);
    }
  });
}

function toResponse(
  handler: ResponseHandler,
  url: string,
  { method, isStreamed, maxBytes }: DispatchRequest,
): Response | Promise<Response> {
  const { status } = handler;
  const head = new ReceivedHead(status, handler.statusText, url, handler.rawHeaders);
  const hasBody = method !== 'HEAD' && !bodiless.includes(status);
  const codings = hasBody && head.coding ? contentCodings(head.coding) : [];
  if (isStreamed(status)) {
    const response = createResponse(hasBody ? createStream(handler, codings) : null, head);
    return Object.defineProperty(response, 'type', { value: 'basic' });
  }
  if (codings.length === 0) return new BufferedResponse(head, hasBody ? handler.bytes() : '');
  return readBytes(decoder(handler, codings), maxBytes).then((bytes) => new BufferedResponse(head, bytes));
}

/** Makes the function that reads the next decoded chunk. */
function decoder(handler: ResponseHandler, codings: readonly string[]): () => Promise<IteratorResult<Bytes>> {
  const chunks = decode(handler.chunks(), codings)[Symbol.asyncIterator]();
  return () =>
    chunks.next().catch((cause) => {
      // Node's streams lose a falsy reason.
      handler.throwIfFailed();
      throw cause;
    });
}

/** Makes a stream of the decoded body. */
function createStream(handler: ResponseHandler, codings: readonly string[]): ReadableStream<Bytes> {
  const next = decoder(handler, codings);
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        handler.abort(new TypeError('The body was cancelled.'));
      },
    },
    // Decodes nothing before the first read.
    { highWaterMark: 0 },
  );
}

/** Whether a dispatcher accepts a body without encoding. */
export function isEncoded(body: BodyInit | null): body is string | Bytes | null {
  return body === null || typeof body === 'string' || body instanceof Uint8Array;
}
