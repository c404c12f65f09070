import { type Attempt, CallError, type FailedCall } from './call-error.ts';
import { isPlumblineError } from './plumbline-error.ts';

/**
 * The vendor's response is not a success: its status is outside 2xx, or its body does not have the requested media type.
 *
 * The message names the method, the path template and the status; never a query string, a header or the body. The response
 * is behind getters, so that logs of the error do not contain it: vendors echo keys and personal data in responses.
 */
export class ApiError extends CallError {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The vendor's id of the request, from the header `X-Request-Id` or a similar one; undefined if there is none. */
  readonly requestId: string | undefined;
  readonly #response: Response;
  readonly #body: unknown;

  /** Each attempt, in order; empty if the first had status 2xx. */
  declare readonly attempts: readonly Attempt[];
  /** When the vendor accepts a retry, by `Retry-After`; undefined if the response has none. */
  readonly retryAt: Date | undefined;

  /** @param advice The end of the message: why the response is an error, or what to do. @default by the status */
  constructor(call: FailedCall, response: Response, body: unknown, retryAt?: Date, advice?: string) {
    super(call, ` answered ${response.status}. ${advice ?? adviceFor(response)}`);
    this.status = response.status;
    this.requestId = readRequestId(response.headers);
    this.retryAt = retryAt;
    this.#response = response;
    this.#body = body;
  }

  /** The parsed JSON body, else its text; undefined if it is empty. */
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
 * Whether an error is an {@link ApiError}, with this status if one is passed.
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
  if (ok) return 'Its body is not of the media type of `Accept`.';
  if (status === 304) return 'The resource was not modified.';
  if (status < 400) return 'Redirects are not followed. Check `baseUrl`.';
  if (status === 401) return 'The credentials were refused.';
  if (status === 429) return 'Too many requests; wait before the next.';
  return status < 500 ? '`body` says why.' : 'The vendor failed. Retry later.';
}

function readRequestId(headers: Headers): string | undefined {
  const names = ['X-Request-Id', 'Request-Id', 'X-Correlation-Id', 'X-Amzn-RequestId'];
  return names
    .map((name) => headers.get(name))
    .find(Boolean)
    ?.slice(0, 200);
}
