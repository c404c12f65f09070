import type { RequestLine } from '../errors/call-error.ts';
import type { CallOptions } from '../pipeline/call-options.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { Deadline } from '../time/deadline.ts';
import { checkWaitOptions } from './options.ts';

/** Options of a wait for work that the vendor does later. Those of a call apply to each of its requests. */
export interface WaitOptions extends CallOptions {
  /** Milliseconds between a response and the next request. @default 2000 */
  readonly interval?: number | undefined;
  /** Time limit of the whole wait in milliseconds. @default Infinity */
  readonly deadline?: number | undefined;
}

/** The parts of a wait. */
export interface Poll<Body> {
  /** The method and path of its requests, for messages. */
  readonly line: RequestLine;
  /** Sends one request. */
  readonly send: (options: CallOptions) => PromiseLike<Body>;
  /** Whether the work has ended, according to a response. */
  readonly isDone: (body: Body) => boolean;
  /** @default the platform's */
  readonly clock?: Clock | undefined;
}

/**
 * Sends requests until the work has ended, and resolves with the last response body.
 *
 * @throws {TimeoutError} If the work has not ended within `deadline`.
 * @throws {PlumblineError} If an option is unknown or invalid.
 */
export async function poll<Body>(
  { line, send, isDone, clock = systemClock }: Poll<Body>,
  options: WaitOptions = {},
): Promise<Body> {
  checkWaitOptions(line.path, options);
  const { interval = 2000, ...callOptions } = ownCopy(options);
  const deadline = new Deadline(
    ownCopy({ clock, line, milliseconds: callOptions.deadline, signal: callOptions.signal }),
  );
  try {
    for (;;) {
      deadline.throwIfExpired();
      const body = await deadline.race(send({ ...callOptions, signal: deadline.signal, deadline: undefined }));
      if (isDone(body)) return body;
      await deadline.sleep(interval);
    }
  } finally {
    deadline.close();
  }
}
