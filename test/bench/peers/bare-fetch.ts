import { names } from './names.ts';
import { credentials, key, noToken, notification, type Peer, signalOf, user } from './peer.ts';

/** The client that all others are compared with. */
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

/** The same client with a second name. The difference of the two is the error of a run. */
export const fetchAgain: Peer = { ...bareFetch, name: names.fetchAgain };

/** A signal is a part of a call's cost, because a `fetch` without a timeout may wait forever. */
export const fetchWithTimeout: Peer = {
  ...bareFetch,
  name: names.fetchWithTimeout,
  hasTimeout: true,
  connect: (target) => bareFetch.connect({ timeout: 30_000, ...target }),
};
