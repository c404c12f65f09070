import type { Attempt } from './attempt.ts';
import type { PlainRequest } from './plain-request.ts';
import { PlumblineError } from './plumbline-error.ts';

/** The answer, body included, did not arrive in time. */
export class TimeoutError extends PlumblineError {
  override readonly name = 'TimeoutError';
  /** The time that was allowed, in milliseconds. */
  readonly timeout: number;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;

  /** Each try, in order. */
  attempts: readonly Attempt[] = [];

  constructor(request: PlainRequest, timeout: number, option: 'timeout' | 'deadline' = 'timeout') {
    super(`${request.method} ${request.path} took longer than its ${option} of ${timeout} ms.`);
    this.timeout = timeout;
    this.method = request.method;
    this.path = request.path;
  }
}
