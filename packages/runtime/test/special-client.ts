/** A client of operations whose responses are neither JSON nor text. */

import type { Call } from '../src/client/call.ts';
import { type Client, createClient } from '../src/client/create-client.ts';
import type { ClientOptions } from '../src/client/options.ts';
import { readStreams } from '../src/client/read-streams.ts';
import type { CallOptions } from '../src/pipeline/call-options.ts';
import type { OperationDefinition } from '../src/pipeline/operation.ts';
import { ManualClock } from '../src/testing/manual-clock.ts';
import { type RecordedRequest, recordingFetch, type ScriptedResponse } from '../src/testing/recording-fetch.ts';
import { fixedHeader } from './credentials.ts';

interface Operations {
  get(parameters?: object, options?: CallOptions): Call<unknown, SpecialResult, unknown>;
}
interface SpecialResult {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

export const sse: ResponseInit = { headers: { 'Content-Type': 'text/event-stream' } };
export const ndjson: ResponseInit = { headers: { 'Content-Type': 'application/x-ndjson' } };

/** The definition of an operation with a success of one media type and kind. */
export function special(mediaType: string, kind: 'bytes' | object = {}): Partial<OperationDefinition> {
  return { responseMediaTypes: [mediaType], responseKinds: { [mediaType]: kind } };
}

type SpecialClient = Client<object, Operations> & {
  readonly clock: ManualClock;
  readonly requests: readonly RecordedRequest[];
};

/** Makes a client with one operation, `get`, of a vendor that responds by the script. */
export function createSpecialClient(
  script: ScriptedResponse | readonly ScriptedResponse[],
  operation: Partial<OperationDefinition>,
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
): SpecialClient {
  const clock = new ManualClock();
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: { get: { method: 'GET', path: '/events', ...operation } },
      querySerialization: {},
      features: { responses: readStreams(() => import('eventsource-parser')) },
      auth: fixedHeader({ 'X-Key': 'k3y' }),
    },
    { timeout: 1000, ...options, clock, fetch },
  );
  return { ...client, clock, requests: fetch.requests };
}

/** Reads a stream to its end. Resolves with what it yields, and with the error that ended it. */
export async function readEvents(
  stream: AsyncIterable<unknown>,
  onEvent?: (event: unknown) => unknown,
): Promise<{ events: unknown[]; error?: unknown }> {
  const events: unknown[] = [];
  try {
    for await (const event of stream) {
      events.push(event);
      if ((await onEvent?.(event)) === 'leave') break;
    }
    return { events };
  } catch (error) {
    return { events, error };
  }
}
