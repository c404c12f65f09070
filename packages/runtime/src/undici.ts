import { Agent, Dispatcher, getGlobalDispatcher } from 'undici';
import { createBoundary, type Part, writeMultipart } from './client/multipart-parts.ts';
import { dispatch, type EncodedBody, isEncoded } from './pipeline/dispatch/dispatch.ts';
import type { Dispatcher as AnyDispatcher } from './pipeline/dispatch/dispatcher.ts';
import { type DispatchingFetch, dispatcherKey, type Fetch } from './pipeline/fetch-transport.ts';
import type { Bytes } from './pipeline/read-bytes.ts';

/** Options of {@link createUndiciFetch}. */
export interface UndiciFetchOptions {
  /**
   * Manages the connections: an `Agent`, a `Pool`, a `ProxyAgent`.
   *
   * @default the global dispatcher of this undici if one was set, else an `Agent` of its own
   */
  readonly dispatcher?: Dispatcher | undefined;
  /**
   * Maximum time in milliseconds that an idle connection stays open, for an `Agent` of its own. Choose a shorter time than the
   * vendor's: a request on a connection that the vendor has closed fails, and a create without an idempotency key is not retried.
   *
   * For example, a vendor closes connections after 100 ms and does not announce it. Of 150 creates without a key, 75 are sent
   * after a longer time. If the client has not noticed the close, these 75 are lost; with `keepAliveTimeout: 50` none is. Reads and
   * creates with a key are retried, so none of them is lost. `npx vitest run stale-connections` in the folder `test` of the
   * repository verifies these figures.
   *
   * @default undici's, 4000
   */
  readonly keepAliveTimeout?: number | undefined;
}

/**
 * Makes a `fetch` that sends through a dispatcher of the undici that you installed: for a proxy, a pool, or settings of
 * connections. Otherwise you do not need it: on Node, clients use the dispatcher of Node's own `fetch`.
 *
 * It takes a URL and an init, follows no redirect, and reads only `method`, `headers`, `body` and `signal` of the init.
 *
 * @throws {TypeError} As `fetch` does, with the system's error as `cause`; or the signal's own reason.
 *
 * @example createMagnify({ fetch: createUndiciFetch({ dispatcher: new ProxyAgent('http://proxy.example:3128') }) });
 * @see https://undici.nodejs.org/#/docs/api/Dispatcher
 */
export function createUndiciFetch({ dispatcher, keepAliveTimeout }: UndiciFetchOptions = {}): Fetch {
  let own: Agent | undefined;
  const getDispatcher = () => {
    const global = keepAliveTimeout === undefined ? getGlobalDispatcher() : undefined;
    // The global dispatcher may be Node's own, of another version that may require other handlers.
    if (!dispatcher && !(global instanceof Dispatcher)) own ??= new Agent(keepAliveTimeout ? { keepAliveTimeout } : {});
    const chosen: unknown = dispatcher ?? (global instanceof Dispatcher ? global : own);
    return chosen as AnyDispatcher;
  };
  const fetch: DispatchingFetch = async (url, { method = 'GET', headers, body = null, signal }) => {
    signal?.throwIfAborted();
    try {
      const encoded = encode(body);
      return await dispatch(getDispatcher(), {
        url,
        method,
        headers: { ...encoded.headers, ...Object.fromEntries(new Headers(headers)) },
        body: encoded.body,
        isStreamed: () => true,
        maxBytes: Infinity,
        onAbort(callback) {
          const abort = () => callback(signal?.reason);
          if (signal?.aborted) abort();
          signal?.addEventListener('abort', abort);
          return () => signal?.removeEventListener('abort', abort);
        },
      });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new TypeError('fetch failed', { cause });
    }
  };
  fetch[dispatcherKey] = getDispatcher;
  return fetch;
}

/**
 * Encodes a body for a dispatcher, and names its media type and its length, as `fetch` does. Blobs and files are read as they are sent, in
 * constant memory.
 */
function encode(body: BodyInit | null): { body: EncodedBody; headers: Record<string, string> } {
  if (typeof body === 'string') return { body, headers: { 'content-type': 'text/plain;charset=UTF-8' } };
  if (isEncoded(body)) return { body, headers: {} };
  if (body instanceof FormData) {
    const boundary = createBoundary();
    const written = writeMultipart(Array.from(body, partOf), boundary) as Blob;
    return encode(new Blob([written], { type: `multipart/form-data; boundary=${boundary}` }));
  }
  if (body instanceof URLSearchParams) {
    return { body: String(body), headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } };
  }
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body), headers: {} };
  if (ArrayBuffer.isView(body)) {
    return { body: new Uint8Array(body.buffer, body.byteOffset, body.byteLength) as Bytes, headers: {} };
  }
  const { type, size } = body instanceof Blob ? body : {};
  return {
    body: (body instanceof Blob ? body.stream() : body) as unknown as AsyncIterable<Uint8Array>,
    headers: { ...(type && { 'content-type': type }), ...(size !== undefined && { 'content-length': String(size) }) },
  };
}

function partOf([name, data]: [string, FormDataEntryValue]): Part {
  if (typeof data === 'string') return { name, data, type: '' };
  return { name, data, fileName: data.name, type: data.type || 'application/octet-stream' };
}
