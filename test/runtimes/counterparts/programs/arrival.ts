import type { MagicBell } from '@plumbline/magicbell';
import { address } from './client.ts';

/** How requests reached the loopback server, from the headers of its response. */
export interface Arrival {
  /** "proxy" or "direct". */
  readonly by: string;
  /** Number of requests through the proxy so far. */
  readonly proxied: number;
  /** Number of requests so far. */
  readonly requests: number;
  /** Value of `Sec-Fetch-Mode`, which `fetch` sends and a dispatcher does not; "none" without one. */
  readonly mode: string;
}

/** Sends a request with native `fetch`, or with its replacement. */
export async function arrivalOfFetch(): Promise<Arrival> {
  const response = await fetch(address);
  await response.text();
  return arrivalOf(response);
}

/** Sends a call of a client. */
export async function arrivalOfCall(client: MagicBell): Promise<Arrival> {
  const { response } = await client.users.get({ user_id: 'mary' }).result();
  return arrivalOf(response);
}

export function arrivalOf({ headers }: Pick<Response, 'headers'>): Arrival {
  return {
    by: String(headers.get('X-Came-By')),
    proxied: Number(headers.get('X-Proxied')),
    requests: Number(headers.get('X-Requests')),
    mode: String(headers.get('X-Mode')),
  };
}
