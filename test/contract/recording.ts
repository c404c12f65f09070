import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { withTextBody } from './requests/outgoing-request.ts';

/** The folder of the recorded exchanges, one file each: `<vendor>.<suite>.<accepted|refused|stubbed>.ndjson`. */
export const recordings: string = join(root, 'test', 'coverage', 'recordings');

/** The address of the mock in recordings, the same in each run. It is HTTPS because requests carry credentials. */
export const recordedUrl = 'https://mock.test';

/** A `fetch` that gets a URL and an init, as those of clients do. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A `fetch` that adds each exchange to a list, with the request as sent. */
export function recordingFetch(exchanges: Exchange[], fetch: Fetch = globalThis.fetch): Fetch {
  return async (url, given) => {
    const init = await withTextBody(url, given);
    const request = new Request(url, init);
    const response = await fetch(url, init);
    const body = await response.clone().text();
    exchanges.push({
      request: {
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        ...(init.body ? { body: init.body } : {}),
      },
      response: { status: response.status, headers: Object.fromEntries(response.headers), ...(body && { body }) },
    });
    return response;
  };
}

/** The exchanges of a suite. */
export interface Recording {
  readonly accepted: Exchange[];
  /** Exchanges of checks whose requests must be refused. */
  readonly refused: Exchange[];
  /** Exchanges whose responses a check made itself, without the mock. */
  readonly stubbed: Exchange[];
}

/**
 * Saves the exchanges of a suite.
 *
 * @param url The address of the mock, which recordings replace by `recordedUrl`.
 */
export function saveRecording(vendor: string, suite: string, url: string, recording: Recording): void {
  mkdirSync(recordings, { recursive: true });
  for (const [kind, exchanges] of Object.entries(recording)) {
    const lines = exchanges.map((exchange: Exchange) => `${lineOf(exchange, url)}\n`);
    if (lines.length > 0) writeFileSync(join(recordings, `${vendor}.${suite}.${kind}.ndjson`), lines.join(''));
  }
}

/**
 * An exchange as a line of a recording.
 *
 * @param url The address of the mock, which the line replaces by `recordedUrl`.
 */
export function lineOf({ request, response }: Exchange, url: string): string {
  const recorded = { ...request, url: request.url.replace(url, recordedUrl) };
  // Equal responses differ in their Date alone, and count once.
  const { date: _, ...headers } = response.headers;
  return JSON.stringify({ request: recorded, response: { ...response, headers } });
}
