import { type Attempt, CallError, type FailedCall } from './call-error.ts';
import { isPlumblineError } from './plumbline-error.ts';

/**
 * The vendor's response is no success: a status outside 2xx, or a body that is not what was asked for.
 *
 * The message names the method, the path template and the status; never a query string, a header or the body. The response
 * is behind getters, so that logging the error shows none of it: vendors repeat keys and personal data in responses.
 */
export class ApiError extends CallError {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  readonly #response: Response;
  readonly #body: unknown;

  /** Each attempt, in order; empty where the first had a status of success. */
  declare readonly attempts: readonly Attempt[];
  /** When the vendor asks to try again, where it says so. */
  readonly retryAt: Date | undefined;

  constructor(call: FailedCall, response: Response, body: unknown, retryAt?: Date) {
    super(call, `answered ${response.status}. ${adviceFor(response)}`);
    this.status = response.status;
    this.retryAt = retryAt;
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

  /** The response. Its body has been read. */
  get response(): Response {
    return this.#response;
  }
}

/**
 * Whether the error is a vendor's response, and has this status if one is given.
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

function adviceFor({ ok, status }: Response): string {
  if (ok) return 'Its body is not of the media type that was asked for.';
  if (status < 400) return 'Redirects are not followed, since credentials would go along; check `baseUrl`.';
  if (status === 401) return 'The credentials were refused.';
  if (status === 429) return 'Too many requests; wait before the next.';
  return status < 500 ? '`body` says why.' : 'The vendor failed; try again later.';
}
