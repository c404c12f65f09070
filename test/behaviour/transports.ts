import type { Fetch } from '@plumbline/runtime';
import { createUndiciFetch } from '@plumbline/runtime/undici';

/** What a client may send its requests with. */
export interface Transport {
  readonly name: string;
  readonly fetch: Fetch;
}

/** The transports that each case is run over. */
export const transports: readonly Transport[] = [
  { name: 'fetch', fetch: (url, init) => globalThis.fetch(url, init) },
  { name: 'undici', fetch: createUndiciFetch() },
];
