import type { PlainRequest } from './plain-request.ts';
import { isPlumblineError, PlumblineError } from './plumbline-error.ts';

const advice: Record<number, string> = {
  400: 'The parameters were refused; `body` says why.',
  401: 'The credentials were refused.',
  403: 'The credentials do not permit this operation.',
  404: 'There is nothing at this path.',
  422: 'The parameters were refused; `body` says why.',
  429: 'The rate limit was hit; wait before the next call.',
};

/**
 * The vendor answered, and the answer is no success: a status outside 2xx, or a body that is not what was asked for.
 *
 * The message names the method, the path template and the status; never a query string, a header or the body.
 */
export class ApiError extends PlumblineError {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The parsed JSON body, else its text; undefined when there was none. */
  readonly body: unknown;
  /** The headers of the response. */
  readonly headers: Headers;
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;
  /** The request without its credentials. Not enumerable, so that logs do not hold it. */
  declare readonly request: PlainRequest;
  /** The response, its body already read. Not enumerable, so that logs do not hold it. */
  declare readonly response: Response;

  constructor(request: PlainRequest, response: Response, body: unknown) {
    const { status } = response;
    super(`${request.method} ${request.path} answered ${status}. ${explain(response)}`);
    this.status = status;
    this.body = body;
    this.headers = response.headers;
    this.method = request.method;
    this.path = request.path;
    Object.defineProperty(this, 'request', { value: request });
    Object.defineProperty(this, 'response', { value: response });
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
  if (status >= 500) return 'The vendor failed; try again later.';
  if (status < 400) return 'Redirects are not followed, since credentials would go along; check `baseUrl`.';
  return advice[status] ?? '`body` holds what the vendor says.';
}
