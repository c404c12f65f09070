/** The transports, and every vendor's client over each of them. Each test runs over all. */
import type { ClientOptions } from '@plumbline/runtime';
import { vendorClients } from './vendor-clients.ts';

/** A way to send requests. */
export interface Transport {
  readonly name: string;
  /** The client options that select it. */
  readonly options: Pick<ClientOptions, 'fetch' | 'transport'>;
}

// The undici that loads first sets the global dispatcher. `Response` loads Node's own.
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
/** The clients that request tokens. */
export const tokenSubjects = subjects.filter(({ vendor }) => vendor.tokenPath);
/** The clients that have a list. */
export const listSubjects = subjects.filter(({ vendor }) => vendor.list);
/** The clients whose vendor documents limits. */
export const limitedSubjects = subjects.filter(({ vendor }) => vendor.limits);
