import type { RequestLine } from '../errors/call-error.ts';

/** What happens to a call. */
export type CallEvent =
  | { readonly type: 'request'; readonly attempt: number }
  | { readonly type: 'response'; readonly attempt: number; readonly status: number; readonly duration: number }
  | { readonly type: 'error'; readonly attempt: number; readonly error: string; readonly duration: number }
  | { readonly type: 'retry'; readonly attempt: number; readonly reason: string; readonly delay: number }
  | { readonly type: 'limit'; readonly delay: number }
  | { readonly type: 'token'; readonly ok: boolean; readonly duration: number };

/**
 * What a client tells its observer. An event holds these fields and no others: no query, no header, no body.
 *
 * - `request`: an attempt is sent.
 * - `response`: its response arrived, with its body unless that is streamed. `error`: no whole response arrived.
 * - `retry`: another attempt follows after `delay` milliseconds.
 * - `limit`: the request waited for the rate limit for `delay` milliseconds.
 * - `token`: a token request ended.
 */
export type ClientEvent = RequestLine & CallEvent;

/** Receives client events. Exceptions are ignored. */
export type Observer = (event: ClientEvent) => void;

/** Makes the function that tells an observer, if there is one, and never throws. */
export function createEmitter(observe: Observer | undefined): Observer {
  return (event) => {
    try {
      const told: unknown = observe?.(event);
      if (told) Promise.resolve(told).catch(() => {});
    } catch {}
  };
}
