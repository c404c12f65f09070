import type { Attempt } from './attempt.ts';
import type { PlainRequest } from './plain-request.ts';
import { isPlumblineError, PlumblineError } from './plumbline-error.ts';

/**
 * The vendor answered, and the answer is no success: a status outside 2xx, or a body that is not what was asked for.
 *
 * The message names the method, the path template and the status; never a query string, a header or the body. What came
 * back is behind getters, so that logging the error shows none of it: vendors repeat keys and personal data in answers.
 */
export class ApiError extends PlumblineError {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;
  readonly #request: PlainRequest;
  readonly #response: Response;
  readonly #body: unknown;

  /** Each try, in order; empty where the first had a status of success. */
  readonly attempts: readonly Attempt[];
  /** When the vendor asks to try again, where it says so. */
  readonly retryAt: Date | undefined;

  constructor(request: PlainRequest, response: Response, body: unknown, retryAt?: Date) {
    super(`${request.method} ${request.path} answered ${response.status}. ${explain(response)}`);
    this.status = response.status;
    this.method = request.method;
    this.path = request.path;
    this.attempts = request.attempts;
    this.retryAt = retryAt;
    this.#request = request;
    this.#response = response;
    this.#body = body;
  }

  /** The parsed JSON body, else its text; undefined when there was none. */
  get body(): unknown {
    return this.#body;
  }

  /** The headers of the response. */
  get headers(): Headers {
    return this.#response.headers;
  }

  /** The request without its credentials. */
  get request(): PlainRequest {
    return this.#request;
  }

  /** The response, its body already read. */
  get response(): Response {
    return this.#response;
  }
}

/**
 * Whether the vendor answered with an error, and with this status if one is given.
 *
 * @example if (isApiError(error, 404)) return undefined;
 */
export function isApiError<Status extends number = number>(
  error: unknown,
  status?: Status,
): error is ApiError & { readonly status: Status } {
  return (
    isPlumblineError(error) &&
    error.name === 'ApiError' &&
    (status === undefined || (error as ApiError).status === status)
  );
}

function explain({ ok, status }: Response): string {
  if (ok) return 'Its body is not of the media type that was asked for.';
  if (status < 400) return 'Redirects are not followed, since credentials would go along; check `baseUrl`.';
  if (status === 401) return 'The credentials were refused.';
  if (status === 429) return 'Too many requests; wait before the next.';
  return status < 500 ? '`body` says why.' : 'The vendor failed; try again later.';
}
