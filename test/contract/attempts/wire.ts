import type { Operation } from '@plumbline/spec-tools/document/document';
import { patternOf } from '@plumbline/spec-tools/document/path-template';

/** A request as the client sends it, before it leaves. */
export interface Wire {
  url: string;
  method: string;
  readonly headers: Headers;
  body: string | undefined;
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Whether a request is one of an operation, and not one for a token. */
export function isTo({ method, path }: Operation, url: string, init: RequestInit): boolean {
  return init.method === method && patternOf(path).test(new URL(url).pathname);
}

/** A `fetch` that changes the requests of one operation on their way; those for a token pass as they are. */
export function changing(operation: Operation, change: (wire: Wire) => void, fetch: Fetch): Fetch {
  return (url, init) => {
    if (!isTo(operation, url, init)) return fetch(url, init);
    const body = typeof init.body === 'string' ? init.body : undefined;
    const wire: Wire = { url, method: init.method ?? 'GET', headers: new Headers(init.headers), body };
    change(wire);
    const { url: changed, body: text = null, ...rest } = wire;
    return fetch(changed, { ...init, ...rest, body: text });
  };
}
