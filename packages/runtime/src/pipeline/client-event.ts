import type { RequestLine } from '../errors/call-error.ts';

/** What an event of each type has. Durations and delays are in milliseconds. */
export type CallEvent =
  | { readonly type: 'request'; readonly idempotencyKey?: string | undefined }
  | {
      readonly type: 'response';
      readonly status: number;
      readonly duration: number;
      readonly requestId?: string | undefined;
      readonly idempotencyKey?: string | undefined;
    }
  | {
      readonly type: 'error';
      readonly error: string;
      readonly code?: string | undefined;
      readonly duration: number;
      readonly idempotencyKey?: string | undefined;
    }
  | { readonly type: 'retry'; readonly reason: string; readonly delay: number }
  | { readonly type: 'limit'; readonly delay: number }
  | { readonly type: 'token'; readonly ok: boolean; readonly duration: number };

/** What every event has. */
export interface EventSource extends RequestLine {
  /**
   * The id of the call: short, and unique in the process. All events of a call have it, with all its attempts. Each page of a list
   * and each token request is a call with its own id.
   */
  readonly callId: string;
  /** The number of the attempt in its call, from 1. */
  readonly attempt: number;
}

/**
 * An event of a client. It has these fields and no others: no query, no body, and no header but the id and the key below.
 *
 * - `request`: an attempt is sent, with this `idempotencyKey` if it has one.
 * - `response`: its response arrived, with its body unless that is streamed. `requestId` is the vendor's id of the request.
 * - `error`: no full response arrived. `error` is the name of the error, `code` the system's code if there is one.
 * - `retry`: another attempt follows after `delay` milliseconds.
 * - `limit`: the request waited for the rate limit for `delay` milliseconds.
 * - `token`: a token request ended.
 */
export type ClientEvent = EventSource & CallEvent;

/** Receives client events. Exceptions are ignored. */
export type Observer = (event: ClientEvent) => void;

/** Makes a function that passes events to an observer and never throws. */
export function createEmitter(observe: Observer): Observer {
  return (event) => {
    try {
      // An observer may be an async function.
      const result: unknown = observe(event);
      if (result) Promise.resolve(result).catch(() => {});
    } catch {}
  };
}
