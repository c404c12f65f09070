import type { Clients } from './clients.ts';
import type { Target } from './transfer-client.ts';

/** A browser sends a stream over HTTP/2 only, and the loopback server has HTTP/1.1. */
export const isBrowser: boolean = 'document' in globalThis;

/** What the transfer server saw of the requests for a target. */
export interface Seen {
  readonly attempts: number;
  readonly received: number;
  readonly sent: number;
  /** Whether the last request and its response were complete when they ended. */
  readonly complete: boolean;
}

let count = 0;

/** Makes a target that no other case uses. */
export function targetOf(behaviour: string): Target {
  return { behaviour, id: String(count++) };
}

/** What the server has seen so far. */
export function seen({ server }: Clients, { id }: Target): Promise<Seen> {
  return ask(`${server}/transfers/seen/${id}`);
}

/** What the server saw, after all requests for the target have ended: their responses are complete, or their connections closed. */
export function ended({ server }: Clients, { id }: Target): Promise<Seen> {
  return ask(`${server}/transfers/ended/${id}`);
}

/** Closes the connections of the requests for a target. */
export function cut({ server }: Clients, { id }: Target): Promise<Seen> {
  return ask(`${server}/transfers/cut/${id}`);
}

/** Waits until a count of the server, or of this program, has not changed for many of its responses. */
export async function settled(clients: Clients, target: Target, read: (seen: Seen) => number): Promise<number> {
  let last = -1;
  for (let unchanged = 0; unchanged < 20; ) {
    const now = read(await seen(clients, target));
    unchanged = now === last && now > 0 ? unchanged + 1 : 0;
    last = now;
  }
  return last;
}

async function ask(url: string): Promise<Seen> {
  const response = await fetch(url);
  return response.json();
}
