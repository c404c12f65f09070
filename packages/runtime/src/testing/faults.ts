/** Faults of a network and of a busy vendor, as scripted responses for `recordingFetch`. */
import type { RecordedRequest } from './recording-fetch.ts';

type Chunks = readonly (string | Uint8Array)[];
/** How a body ends after its chunks. */
type Ending = 'complete' | 'truncated' | 'stalled';

const encoder = new TextEncoder();

/**
 * A response with status 429, a `Retry-After` in seconds, and a JSON body with a `message`.
 *
 * @example recordingFetch([rateLimited(20), Response.json({ id: '1' })])
 */
export function rateLimited(retryAfter: number): Response {
  const headers = { 'Retry-After': String(retryAfter) };
  return Response.json({ message: 'Too many requests' }, { status: 429, headers });
}

/**
 * The error that Node's `fetch` throws if a connection fails. The code is the system's: `ECONNREFUSED` if no connection was made,
 * `ECONNRESET` if it was reset before the response.
 *
 * @example recordingFetch(networkError('ECONNREFUSED'))
 */
export function networkError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: systemError(code) });
}

/**
 * A response whose body arrives in these chunks. Its media type is JSON unless `init` says otherwise.
 *
 * @example recordingFetch(chunked(['{"id":', '"1"}']))
 */
export function chunked(chunks: Chunks, init?: ResponseInit): (request: RecordedRequest) => Response {
  return respond(chunks, init, 'complete');
}

/**
 * A response whose connection is reset after these chunks of its body.
 *
 * @example recordingFetch([truncated(['{"id":']), Response.json({ id: '1' })])
 */
export function truncated(chunks: Chunks, init?: ResponseInit): (request: RecordedRequest) => Response {
  return respond(chunks, init, 'truncated');
}

/**
 * A response that stalls after these chunks of its body, until its request is aborted. Without chunks no response
 * arrives.
 *
 * @example recordingFetch(stalled())
 * @example recordingFetch(stalled(['{"id":']))
 */
export function stalled(
  chunks?: Chunks,
  init?: ResponseInit,
): (request: RecordedRequest) => Response | Promise<Response> {
  if (chunks) return respond(chunks, init, 'stalled');
  return ({ signal }) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}

/** Sends each chunk when it is read. An abort of the request ends the body, as it does with `fetch`. */
function respond(chunks: Chunks, init: ResponseInit = {}, ending: Ending) {
  const headers = new Headers(init.headers);
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return ({ signal }: RecordedRequest): Response => {
    const rest = chunks.values();
    let stopListening = () => {};
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const abort = () => controller.error(signal?.reason);
          signal?.addEventListener('abort', abort);
          stopListening = () => signal?.removeEventListener('abort', abort);
        },
        pull(controller) {
          const { value, done } = rest.next();
          if (!done) return controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
          if (ending === 'stalled') return new Promise(() => {});
          stopListening();
          if (ending === 'complete') controller.close();
          else controller.error(new TypeError('terminated', { cause: systemError('ECONNRESET') }));
        },
        cancel: () => stopListening(),
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { ...init, headers });
  };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
