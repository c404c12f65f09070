import { names } from './names.ts';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

/** Uses `fetch` instead of Node's dispatcher. */
const overFetch = () => ({ transport: 'fetch' as const });

export const plumblineFetch: Peer = plumblineWith(names.plumblineFetch, import.meta.url, overFetch);

export const plumblineFetchEveryPolicy: Peer = plumblineWith(names.plumblineFetchEveryPolicy, import.meta.url, () => ({
  ...everyPolicy(),
  ...overFetch(),
}));
