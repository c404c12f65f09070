/** A client of a small vendor whose responses are bytes, events and redirects. */
import {
  type Bytes,
  type Call,
  type CallOptions,
  type Client,
  type ClientOptions,
  defineClient,
  header,
} from '@plumbline/runtime';
import { readStreams } from '@plumbline/runtime/features';
import { type Network, startNetwork } from './test-client.ts';
import type { transports } from './transports.ts';

// Loaded here, because the test's clock cannot see that a client loads it.
await import('eventsource-parser');

interface Special {
  file(params?: object, options?: CallOptions): Call<Bytes>;
  events(params?: object, options?: CallOptions): Call<string, unknown, Numbered>;
  lines(params?: object, options?: CallOptions): Call<string, unknown, Numbered>;
  found(params?: object, options?: CallOptions): Call<undefined, Result>;
  head(params?: object, options?: CallOptions): Call<undefined, Result>;
}
export interface Numbered {
  readonly id: number;
}
interface Result {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: undefined;
  readonly response: Response;
}

export const createSpecial: (options?: ClientOptions) => Client<object, Special> = defineClient<
  object,
  Special,
  ClientOptions
>({
  name: 'createSpecial',
  server: 'https://api.special.test',
  operations: {
    file: {
      method: 'GET',
      path: '/file',
      responseMediaTypes: ['application/zip'],
      responseKinds: { 'application/zip': 'bytes' },
    },
    events: {
      method: 'GET',
      path: '/events',
      responseMediaTypes: ['text/event-stream'],
      responseKinds: { 'text/event-stream': {} },
    },
    lines: {
      method: 'GET',
      path: '/lines',
      responseMediaTypes: ['application/x-ndjson'],
      responseKinds: { 'application/x-ndjson': {} },
    },
    found: { method: 'GET', path: '/found', responseMediaTypes: [], redirects: true },
    head: { method: 'HEAD', path: '/file', responseMediaTypes: [] },
  },
  querySerialization: {},
  features: { responses: readStreams(() => import('eventsource-parser')) },
  options: {},
  credentials: [{ required: [], policy: header(() => ({})) }],
});

/** Starts a server until the test ends, and makes a client of it over a transport. */
export async function createSpecialClient(
  transport: (typeof transports)[number],
  options: ClientOptions = {},
): Promise<Network & { readonly client: Client<object, Special> }> {
  const network = await startNetwork(transport, options);
  return { ...network, client: createSpecial(network.options) };
}
