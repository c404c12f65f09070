import { createResponse } from '../../time/body.ts';
import { BufferedResponse } from '../buffered-response.ts';
import type { HeaderRecord } from '../http-request.ts';
import { contentCodings, decode } from './content-coding.ts';
import type { Dispatcher } from './dispatcher.ts';
import { ReceivedHead } from './received-head.ts';
import { ResponseHandler } from './response-handler.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What a dispatcher takes as a body. */
export type EncodedBody = string | Uint8Array<ArrayBuffer> | null;

/** A request for a dispatcher. */
export interface DispatchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderRecord;
  readonly body: EncodedBody;
  /** Whether a response of this status is given at its head, its body still to come. */
  readonly isStreamed: (status: number) => boolean;
  /** Calls back with the reason when the request is to end, unless the returned function is called before. */
  readonly onAbort: (callback: (reason: unknown) => void) => () => void;
}

/** What Node's `fetch` sends where the caller gives nothing else, as far as servers act on it. */
const defaultHeaders = { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'node' };

/** The statuses of responses without a body. */
const bodiless = [204, 205, 304];

/**
 * Sends a request through a dispatcher and follows no redirect.
 *
 * @throws What the dispatcher gave as the reason, or what `onAbort` did.
 */
export function dispatch(dispatcher: Dispatcher, request: DispatchRequest): Promise<Response> {
  const { url, method, body, isStreamed, onAbort } = request;
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    const path = pathname + search;
    const receive = (received: ResponseHandler) => {
      try {
        // Without the fragment, which is not sent.
        resolve(toResponse(received, origin + path, request));
      } catch (cause) {
        received.abort(cause);
        reject(cause);
      }
      if (!bodiless.includes(received.status)) return;
      // Some servers announce a body nevertheless: the connection would wait for it.
      queueMicrotask(() => received.abort(new TypeError('A response of this status has no body.')));
    };
    const isGivenAtHead = (status: number) => isStreamed(status) || bodiless.includes(status);
    const handler = new ResponseHandler(isGivenAtHead, receive, reject);
    handler.onEnd = onAbort((reason) => handler.abort(reason));
    if (handler.ended) return;
    try {
      const headers = { ...defaultHeaders, ...request.headers };
      dispatcher.dispatch({ origin, path, method, headers, body }, handler);
    } catch (cause) {
      handler.onError(cause);
    }
  });
}

function toResponse(
  handler: ResponseHandler,
  url: string,
  { method, isStreamed }: DispatchRequest,
): Response | Promise<Response> {
  const { status } = handler;
  const head = new ReceivedHead(status, handler.statusText, url, handler.rawHeaders);
  const hasBody = method !== 'HEAD' && !bodiless.includes(status);
  const codings = hasBody && head.coding ? contentCodings(head.coding) : [];
  if (isStreamed(status)) {
    const response = createResponse(hasBody ? streamOf(handler, codings) : null, head);
    return Object.defineProperty(response, 'type', { value: 'basic' });
  }
  if (codings.length === 0) return new BufferedResponse(head, hasBody ? handler.bytes() : '');
  return new Response(streamOf(handler, codings))
    .arrayBuffer()
    .then((bytes) => new BufferedResponse(head, new Uint8Array(bytes)));
}

/** The body as it arrives, decoded. */
function streamOf(handler: ResponseHandler, codings: readonly string[]): ReadableStream<Bytes> {
  const chunks = decode(handler.chunks(), codings)[Symbol.asyncIterator]();
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next().catch((cause) => {
          // Streams of Node lose a reason that is falsy.
          handler.throwIfFailed();
          throw cause;
        });
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        handler.abort(new TypeError('The body was cancelled.'));
      },
    },
    // Nothing is decoded before it is read.
    { highWaterMark: 0 },
  );
}

/** Whether a dispatcher takes a body as it is. */
export function isEncoded(body: BodyInit | null): body is EncodedBody {
  return body === null || typeof body === 'string' || body instanceof Uint8Array;
}
