import { type Attempt, CallError, type FailedCall } from './call-error.ts';
import { isPlumblineError } from './plumbline-error.ts';
import { type Problem, readProblem } from './problem.ts';

/** The further parts of an {@link ApiError}. */
export interface ApiErrorInit {
  readonly retryAt?: Date | undefined;
  /** What the vendor says. @default the request id in the headers */
  readonly problem?: Problem | undefined;
  /** Why the response is an error, or what to do, if the vendor does not say. @default by the status */
  readonly advice?: string | undefined;
}

/**
 * The vendor's response is not a success: its status is outside 2xx, or its body does not have the requested media type.
 *
 * The message names the method, the path template, the status and the vendor's own sentence, where the spec knows its place: one
 * line of at most 200 characters, in which the client's credentials are replaced. It never has a query string or a header. The
 * response is behind getters, so that logs of the error do not contain it: vendors echo keys and personal data in responses.
 */
export class ApiError extends CallError {
  override readonly name = 'ApiError';
  /** The HTTP status. */
  readonly status: number;
  /** The vendor's code of the error; undefined if it has none, or if the spec knows no place for it. */
  readonly code: string | undefined;
  /** The vendor's id of the request, from the header `X-Request-Id` or a similar one; undefined if there is none. */
  readonly requestId: string | undefined;
  readonly #response: Response;
  readonly #body: unknown;

  /** Each attempt, in order; empty if the first had status 2xx. */
  declare readonly attempts: readonly Attempt[];
  /** When the vendor accepts a retry, by `Retry-After`; undefined if the response has none. */
  readonly retryAt: Date | undefined;

  constructor(call: FailedCall, response: Response, body: unknown, init: ApiErrorInit = Object.create(null)) {
    const { retryAt, problem = readProblem(response, undefined), advice = adviceFor(response, body) } = init;
    const { message, code, requestId } = problem;
    super(call, `: ${response.status}${message ? ` ${message}` : `. ${advice}`}`);
    this.status = response.status;
    this.code = code;
    this.requestId = requestId;
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

function adviceFor({ ok, status }: Response, body: unknown): string {
  if (ok) return 'Its body is not of the media type of `Accept`.';
  if (status === 304) return 'The resource was not modified.';
  if (status < 400) return 'Redirects are not followed. Check `baseUrl`.';
  if (status === 401) return 'The credentials were refused.';
  if (status === 429) return 'Too many requests; wait before the next.';
  if (status >= 500) return 'The vendor failed. Retry later.';
  return body === undefined ? 'There is no body.' : '`body` says why.';
}
