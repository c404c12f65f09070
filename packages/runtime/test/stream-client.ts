/** A client whose responses tests read as streams. */

import type { Call } from '../src/client/call.ts';
import { listByCount } from '../src/client/counted-pages.ts';
import { type Client, createClient } from '../src/client/create-client.ts';
import type { ClientOptions } from '../src/client/options.ts';
import type { PagedCall } from '../src/client/paged-call.ts';
import type { CallOptions, NegotiatedCallOptions } from '../src/pipeline/call-options.ts';
import { chunked } from '../src/testing/faults.ts';
import { ManualClock } from '../src/testing/manual-clock.ts';
import { type RecordedRequest, recordingFetch, type ScriptedResponse } from '../src/testing/recording-fetch.ts';
import { fixedHeader } from './credentials.ts';

interface List {
  data: number[];
}
interface Operations {
  export(parameters?: object, options?: NegotiatedCallOptions<'text/csv' | 'application/json'>): Call<string | object>;
  list(parameters?: object, options?: CallOptions): PagedCall<List, number>;
}

/** Also records which of its timers keep a process alive. */
class TimerClock extends ManualClock {
  readonly keepingAlive: Set<object> = new Set();

  override after(milliseconds: number, callback: () => void, keepsAlive = true): () => void {
    const timer = {};
    if (keepsAlive) this.keepingAlive.add(timer);
    const cancel = super.after(milliseconds, () => {
      this.keepingAlive.delete(timer);
      callback();
    });
    return () => {
      this.keepingAlive.delete(timer);
      cancel();
    };
  }
}

type StreamClient = Client<object, Operations> & {
  readonly clock: TimerClock;
  readonly requests: readonly RecordedRequest[];
};

/** Makes a client of a vendor that responds by the script. */
export function createStreamClient(
  script: ScriptedResponse | readonly ScriptedResponse[],
  options: Omit<ClientOptions, 'fetch' | 'clock'> = {},
): StreamClient {
  const clock = new TimerClock();
  const fetch = recordingFetch(script);
  const client = createClient<object, Operations>(
    {
      baseUrl: 'https://api.example.com',
      operations: {
        export: { method: 'GET', path: '/export', responseMediaTypes: ['text/csv', 'application/json'] },
        list: {
          method: 'GET',
          path: '/things',
          pagination: { parameter: 'page', style: 'page', sizeParameter: 'limit', items: ['data'] },
        },
      },
      querySerialization: {},
      features: { lists: { page: listByCount } },
      auth: fixedHeader({ 'X-Key': 'k3y' }),
    },
    { timeout: 1000, ...options, clock, fetch },
  );
  return { ...client, clock, requests: fetch.requests };
}

export const csv: ResponseInit = { headers: { 'Content-Type': 'text/csv' } };
export const rows: ScriptedResponse = chunked(['a,b\n', '1,2\n'], csv);
export const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Reads a stream. Resolves with its chunks, and with the error that ended it. */
export async function readChunks(
  stream: AsyncIterable<Uint8Array>,
  onChunk?: () => unknown,
): Promise<{ chunks: string[]; error?: unknown }> {
  const chunks: string[] = [];
  try {
    for await (const bytes of stream) {
      chunks.push(decode(bytes));
      await onChunk?.();
    }
    return { chunks };
  } catch (error) {
    return { chunks, error };
  }
}

interface ManualBody {
  readonly response: () => Response;
  readonly send: (text: string) => void;
  readonly close: () => void;
  /** The reasons of its cancellations. */
  readonly cancelled: unknown[];
}

/** Makes a CSV response whose body a test sends step by step. */
export function createManualBody(): ManualBody {
  let controller = {} as ReadableStreamDefaultController<Uint8Array>;
  const cancelled: unknown[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel: (reason) => void cancelled.push(reason),
  });
  return {
    response: () => new Response(body, csv),
    send: (text) => controller.enqueue(new TextEncoder().encode(text)),
    close: () => controller.close(),
    cancelled,
  };
}
