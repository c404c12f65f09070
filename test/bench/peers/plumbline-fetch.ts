import { names } from './names.ts';
import type { Peer } from './peer.ts';
import { everyPolicy, plumblineWith } from './plumbline-clients.ts';

/** Sends through `fetch` where Plumbline would take Node's dispatcher. */
const overFetch = () => ({ transport: 'fetch' as const });

export const plumblineFetch: Peer = plumblineWith(names.plumblineFetch, import.meta.url, overFetch);

export const plumblineFetchEveryPolicy: Peer = plumblineWith(names.plumblineFetchEveryPolicy, import.meta.url, () => ({
  ...everyPolicy(),
  ...overFetch(),
}));
