import { PlumblineError } from './plumbline-error.ts';

/** The method and path of a request, for messages and events. */
export interface RequestLine {
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`; of a request by `client.api` that of its URL. Never a query. */
  readonly path: string;
}

/** One attempt of a call. */
export interface Attempt {
  /** The HTTP status of its response, if there was one. */
  readonly status?: number;
  /** The name of the error that ended it, if there was no whole response. */
  readonly error?: string;
  /** Why the attempt was, or was not, followed by another. */
  readonly reason: string;
  /** Milliseconds until the next attempt, if there was one. */
  readonly delay?: number;
}

/** What an error tells of its call. */
export interface FailedCall extends RequestLine {
  readonly attempts?: readonly Attempt[];
}

/** The base of the errors that end a call. */
export class CallError extends PlumblineError {
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;
  /** Each attempt, in order. */
  attempts: readonly Attempt[];

  constructor({ method, path, attempts = [] }: FailedCall, problem: string, options?: ErrorOptions) {
    super(`${method} ${path} ${problem}`, options);
    this.method = method;
    this.path = path;
    this.attempts = attempts;
  }
}
