import type { Context } from './context.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Policy } from './policy.ts';

interface Happening {
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`; of a request by `client.api` that of its URL. Never a query. */
  readonly path: string;
}

/**
 * What a client tells its observer. An event holds these fields and no others: no query, no header, no body.
 *
 * - `request`: an attempt is sent. `response`: the head of its answer arrived. `error`: none did.
 * - `retry`: the attempt is given up, and another made after `wait` milliseconds.
 * - `limit`: the request waited for the rate limit.
 * - `token`: an access token was asked for, and arrived or not.
 */
export type ClientEvent = Happening &
  (
    | { readonly type: 'request'; readonly attempt: number }
    | { readonly type: 'response'; readonly attempt: number; readonly status: number; readonly duration: number }
    | { readonly type: 'error'; readonly attempt: number; readonly error: string; readonly duration: number }
    | { readonly type: 'retry'; readonly attempt: number; readonly reason: string; readonly wait: number }
    | { readonly type: 'limit'; readonly wait: number }
    | { readonly type: 'token'; readonly ok: boolean; readonly duration: number }
  );

/** Is told what a client does. What it throws is ignored. */
export type Observer = (event: ClientEvent) => void;

/** Tells of each attempt as it leaves and as it is answered. */
export function observe({ clock, emit }: Context): Policy {
  return async (request, next) => {
    const { method, path } = request;
    const attempt = request.attempts.length + 1;
    const start = clock.now();
    emit({ type: 'request', method, path, attempt });
    try {
      const response = await next(request);
      emit({ type: 'response', method, path, attempt, duration: clock.now() - start, status: response.status });
      return response;
    } catch (cause) {
      const error = (cause as Error | undefined)?.name ?? 'unknown';
      emit({ type: 'error', method, path, attempt, duration: clock.now() - start, error });
      throw cause;
    }
  };
}

/** What of a request an event may tell. */
export function happening({ method, path }: PlainRequest): Happening {
  return { method, path };
}
