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

/** A request with its body of any kind as text: the platform names the media type of FormData and Blobs, and their boundary. */
export async function withTextBody(url: string, init: RequestInit): Promise<RequestInit & { body?: string }> {
  const { body, ...rest } = init;
  if (body === undefined || body === null) return rest;
  if (typeof body === 'string') return { ...rest, body };
  const request = new Request(url, { duplex: 'half', ...init } as RequestInit);
  return { ...rest, headers: request.headers, body: await request.text() };
}

/** Whether a request calls an operation. The client may request a token too. */
export function isRequestOf({ method, path }: Operation, url: string, init: RequestInit): boolean {
  return init.method === method && patternOf(path).test(new URL(url).pathname);
}

/** A `fetch` that changes the requests of one operation and leaves token requests unchanged. */
export function changeRequests(operation: Operation, change: (request: OutgoingRequest) => void, fetch: Fetch): Fetch {
  return async (url, given) => {
    if (!isRequestOf(operation, url, given)) return fetch(url, given);
    const { body, ...init } = await withTextBody(url, given);
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
