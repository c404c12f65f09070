import type { Exchange } from '@plumbline/scripts/exchange';

/** A `fetch` that adds each exchange to a list. */
export function recordingFetch(exchanges: Exchange[]): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const response = await fetch(url, init);
    const body = await response.clone().text();
    exchanges.push({
      request: {
        method: init.method ?? 'GET',
        url,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(init.body ? { body: String(init.body) } : {}),
      },
      response: { status: response.status, headers: Object.fromEntries(response.headers), ...(body && { body }) },
    });
    return response;
  };
}
