import { ConnectionError } from './connection-error.ts';
import type { Send } from './policy.ts';

/** The `fetch` that a client sends with: called with a URL and an init, as the web platform's. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The innermost step: hands a request to `fetch`, follows no redirect, and names what went wrong. */
export function transport(fetch: Fetch): Send {
  return async (request) => {
    try {
      return await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        signal: request.signal ?? null,
        // A followed redirect would carry custom credential headers to another host.
        redirect: 'manual',
      });
    } catch (cause) {
      if (request.signal?.aborted) throw request.signal.reason;
      throw new ConnectionError(request, cause);
    }
  };
}
