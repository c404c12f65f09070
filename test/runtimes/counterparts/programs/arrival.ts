import type { MagicBell } from '@plumbline/magicbell';
import { address } from './client.ts';

/** How requests came to the loopback server, as it says in its response. */
export interface Arrival {
  /** "proxy" or "direct". */
  readonly by: string;
  /** How many requests have come through the proxy so far. */
  readonly proxied: number;
  /** How many requests have come. */
  readonly requests: number;
  /** The `Sec-Fetch-Mode` that `fetch` sends and a dispatcher does not; "none" without one. */
  readonly mode: string;
}

/** Sends with native `fetch`, or with what replaced it. */
export async function arrivalOfFetch(): Promise<Arrival> {
  const response = await fetch(address);
  await response.text();
  return arrivalOf(response);
}

/** Sends with a client. */
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
