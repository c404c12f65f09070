import { credentials, key, noToken, notification, type Peer, signalOf, user } from './peer.ts';

/** What every other client is compared with. */
export const bareFetch: Peer = {
  name: 'fetch',
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

/** A signal that may abort a call is a part of what a call costs: a `fetch` without one waits for ever. */
export const fetchWithTimeout: Peer = {
  ...bareFetch,
  name: 'fetch with a timeout',
  connect: (target) => bareFetch.connect({ timeout: 30_000, ...target }),
};
