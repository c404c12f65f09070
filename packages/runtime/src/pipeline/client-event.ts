import type { RequestLine } from '../errors/call-error.ts';

/** An event of a call. Durations and delays are in milliseconds. */
export type CallEvent =
  | { readonly type: 'request'; readonly attempt: number }
  | { readonly type: 'response'; readonly attempt: number; readonly status: number; readonly duration: number }
  | { readonly type: 'error'; readonly attempt: number; readonly error: string; readonly duration: number }
  | { readonly type: 'retry'; readonly attempt: number; readonly reason: string; readonly delay: number }
  | { readonly type: 'limit'; readonly delay: number }
  | { readonly type: 'token'; readonly ok: boolean; readonly duration: number };

/**
 * An event of a client. It has these fields and no others: no query, no header, no body.
 *
 * - `request`: an attempt is sent.
 * - `response`: its response arrived, with its body unless that is streamed. `error`: no full response arrived.
 * - `retry`: another attempt follows after `delay` milliseconds.
 * - `limit`: the request waited for the rate limit for `delay` milliseconds.
 * - `token`: a token request ended.
 */
export type ClientEvent = RequestLine & CallEvent;

/** Receives client events. Exceptions are ignored. */
export type Observer = (event: ClientEvent) => void;

/** Makes the function that passes events to an observer, if there is one, and never throws. */
export function createEmitter(observe: Observer | undefined): Observer {
  return (event) => {
    try {
      // An observer may be an async function.
      const result: unknown = observe?.(event);
      if (result) Promise.resolve(result).catch(() => {});
    } catch {}
  };
}
