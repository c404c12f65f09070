import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';

/** Where the exchanges of the contract tests are kept, as `<vendor>.<suite>.<accepted|refused|answered>.ndjson`. */
export const recordings: string = join(root, 'test', 'coverage', 'recordings');

/** Where recorded exchanges say that the mock listened: one address for all runs. It is HTTPS, since credentials are sent to it. */
export const recordedUrl = 'https://mock.test';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` that adds each exchange to a list, the request as it is sent. */
export function recordingFetch(exchanges: Exchange[], fetch: Fetch = globalThis.fetch): Fetch {
  return async (url, init) => {
    const request = new Request(url, init);
    const response = await fetch(url, init);
    const body = await response.clone().text();
    exchanges.push({
      request: {
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        ...(init.body ? { body: String(init.body) } : {}),
      },
      response: { status: response.status, headers: Object.fromEntries(response.headers), ...(body && { body }) },
    });
    return response;
  };
}

/** The exchanges of a suite. */
export interface Recording {
  readonly accepted: Exchange[];
  /** Of tests that are refused on purpose. */
  readonly refused: Exchange[];
  /** Of tests that answer in place of the mock. */
  readonly answered: Exchange[];
}

/** Keeps the exchanges that a suite had with the mock at a URL. */
export function saveRecording(vendor: string, suite: string, url: string, recording: Recording): void {
  mkdirSync(recordings, { recursive: true });
  for (const [kind, exchanges] of Object.entries(recording)) {
    const lines = (exchanges as readonly Exchange[]).map(({ request, response }) => {
      const recorded = { ...request, url: request.url.replace(url, recordedUrl) };
      // Two equal answers, one second apart, are one.
      const { date: _, ...headers } = response.headers;
      return `${JSON.stringify({ request: recorded, response: { ...response, headers } })}\n`;
    });
    if (lines.length > 0) writeFileSync(join(recordings, `${vendor}.${suite}.${kind}.ndjson`), lines.join(''));
  }
}
