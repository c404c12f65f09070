/** What each case runs over: the transports, and every vendor's client over each of them. */
import type { ClientOptions } from '@plumbline/runtime';
import { vendorClients } from './vendor-clients.ts';

/** A way to send requests. */
export interface Transport {
  readonly name: string;
  /** The options that choose it. */
  readonly options: Pick<ClientOptions, 'fetch' | 'transport'>;
}

// The undici that loads first sets the global dispatcher. `Response` loads the one inside Node.
new Response();
const { createUndiciFetch } = await import('@plumbline/runtime/undici');

export const transports: readonly Transport[] = [
  { name: "Node's dispatcher", options: {} },
  { name: 'fetch', options: { transport: 'fetch' } },
  { name: 'undici', options: { fetch: createUndiciFetch() } },
];

/** Each client over each transport. */
export const subjects = transports.flatMap((transport) =>
  vendorClients.map((vendor) => ({ name: `${vendor.name} over ${transport.name}`, vendor, transport })),
);
/** Those that request tokens. */
export const tokenSubjects = subjects.filter(({ vendor }) => vendor.tokenPath);
/** Those that have a list. */
export const listSubjects = subjects.filter(({ vendor }) => vendor.list);
/** Those whose vendor documents limits. */
export const limitedSubjects = subjects.filter(({ vendor }) => vendor.limits);
