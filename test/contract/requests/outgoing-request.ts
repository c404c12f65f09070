import type { Operation } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';

/** A request that the client sends, before it reaches the mock. */
export interface OutgoingRequest {
  url: string;
  method: string;
  readonly headers: Headers;
  body: string | undefined;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Whether a request calls an operation. The client may request a token too. */
export function isRequestOf({ method, path }: Operation, url: string, init: RequestInit): boolean {
  return init.method === method && patternOf(path).test(new URL(url).pathname);
}

/** A `fetch` that changes the requests of one operation and leaves token requests unchanged. */
export function changeRequests(operation: Operation, change: (request: OutgoingRequest) => void, fetch: Fetch): Fetch {
  return (url, init) => {
    if (!isRequestOf(operation, url, init)) return fetch(url, init);
    const body = typeof init.body === 'string' ? init.body : undefined;
    const request: OutgoingRequest = { url, method: init.method ?? 'GET', headers: new Headers(init.headers), body };
    change(request);
    const { url: changed, body: text = null, ...rest } = request;
    return fetch(changed, { ...init, ...rest, body: text });
  };
}

/** The response of a token endpoint, for calls that request a token first. */
export function tokenResponse(): Response {
  return Response.json({ access_token: 'demo-token', expires_in: 3600 });
}
