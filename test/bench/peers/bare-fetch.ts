import { names } from './names.ts';
import { credentials, key, noToken, notification, type Peer, signalOf, user } from './peer.ts';

/** What every other client is compared with. */
export const bareFetch: Peer = {
  name: names.fetch,
  module: import.meta.url,
  lacks: { token: noToken },
  optIn: "`redirect: 'error'`",
  connect: ({ baseUrl, timeout, optIn }) => {
    const redirect = optIn ? 'error' : 'follow';
    const send = async (path: string, init: RequestInit, signal?: AbortSignal) => {
      const response = await fetch(`${baseUrl}${path}`, { ...init, redirect, signal: signalOf(timeout, signal) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      return response.json();
    };
    const post = (path: string, body: object, headers: Record<string, string>) =>
      send(path, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
    return {
      list: (signal) => send('/users', { headers: credentials }, signal),
      create: () => post('/users', user, credentials),
      createKeyed: () => post('/notifications', notification, { ...credentials, ...key }),
    };
  },
};

/** The same client under a second name. How far the two differ is the error of a run. */
export const fetchAgain: Peer = { ...bareFetch, name: names.fetchAgain };

/** A signal that may abort a call is a part of its cost: a `fetch` without one may wait forever. */
export const fetchWithTimeout: Peer = {
  ...bareFetch,
  name: names.fetchWithTimeout,
  hasTimeout: true,
  connect: (target) => bareFetch.connect({ timeout: 30_000, ...target }),
};
