import { PlumblineError } from './plumbline-error.ts';

/** The method and path of a request, for messages and events. */
export interface RequestLine {
  /** The HTTP method. */
  readonly method: string;
  /** The path template, e.g. `/users/{user_id}`; for a request by `client.api`, the path of its URL. Never the query. */
  readonly path: string;
}

/** One attempt of a call. */
export interface Attempt {
  /** The HTTP status of its response, if a full response arrived. */
  readonly status?: number;
  /** The name of its error, if no full response arrived. */
  readonly error?: string;
  /** Why it was retried, or why not. */
  readonly reason: string;
  /** Milliseconds before the retry, if there was one. */
  readonly delay?: number;
}

/** The call that an error belongs to. */
export interface FailedCall extends RequestLine {
  readonly attempts?: readonly Attempt[];
}

/** Base class of the errors of a call. */
export class CallError extends PlumblineError {
  /** The HTTP method. */
  readonly method: string;
  /** The path template, e.g. `/users/{user_id}`; for a request by `client.api`, the path of its URL. Never the query. */
  readonly path: string;
  /** Each attempt, in order. */
  attempts: readonly Attempt[];

  /** @param problem The end of the message, which begins with the method and the path. */
  constructor({ method, path, attempts = [] }: FailedCall, problem: string, options?: ErrorOptions) {
    super(`${method} ${path}${problem}`, options);
    this.method = method;
    this.path = path;
    this.attempts = attempts;
  }

  /** Makes a copy for a call, because calls that share a token request have different attempts and callers. */
  copy(): this {
    return Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
  }
}
