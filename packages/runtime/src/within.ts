import type { Clock } from './clock.ts';
import { ConnectionError } from './connection-error.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Send } from './policy.ts';
import { TimeoutError } from './timeout-error.ts';
import { watchBody } from './watch-body.ts';

/** How long a request may take. */
export interface Limit {
  /** Milliseconds from now. */
  readonly milliseconds: number;
  /** Makes what to raise when they are over; most requests never need it. */
  readonly error: () => TimeoutError;
}

/** Sends a request, and ends it when its time is over or its signal aborts, be it before the head or in the body. */
export async function within(
  { milliseconds, error }: Limit,
  request: PlainRequest,
  next: Send,
  clock: Clock,
): Promise<Response> {
  if (milliseconds <= 0) throw error();
  const { signal } = request;
  const attempt = new AbortController();
  let stop: (reason: unknown) => void;
  // Raced against, since not every `fetch` that is passed in heeds its signal.
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      ended();
      attempt.abort(reason);
      reject(attempt.signal.reason);
    };
  });
  const abort = () => stop(signal?.reason);
  const cancel = clock.after(milliseconds, () => stop(error()));
  const ended = () => {
    cancel();
    signal?.removeEventListener('abort', abort);
  };
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  // Why a body broke off: the abort that we or the caller asked for, else the connection.
  const failed = (cause: unknown) => (attempt.signal.aborted ? attempt.signal.reason : failure(request, cause));
  try {
    const response = await Promise.race([next(request.with({ signal: attempt.signal })), stopped]);
    if (request.method === 'HEAD') ended();
    return watchBody(response, { ended, stopped, failed });
  } catch (cause) {
    ended();
    throw cause;
  }
}

function failure(request: PlainRequest, cause: unknown): unknown {
  return cause instanceof TimeoutError || cause instanceof ConnectionError
    ? cause
    : new ConnectionError(request, cause);
}
