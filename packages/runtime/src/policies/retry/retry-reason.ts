import { ConnectionError } from '../../errors/connection-error.ts';
import { TimeoutError } from '../../errors/timeout-error.ts';
import { TokenError } from '../../errors/token-error.ts';
import type { HttpRequest } from '../../pipeline/http-request.ts';

/** The idempotent methods of RFC 9110 §9.2.2. `fetch` forbids TRACE. */
const idempotentMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];
const transientStatuses = [408, 429, 500, 502, 503, 504];
/** The codes of Node, Bun and Deno for a connection that was never made. */
const notConnectedCodes =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/**
 * Finds the reason to retry a request; undefined if it must not be retried.
 *
 * A request that is not idempotent is retried only if the vendor cannot have processed it: the vendor refused it with 429, no
 * connection was made, or there was no token. An `Idempotency-Key` makes a request idempotent if the vendor honors it. A 500 is
 * then final, because the vendor replays its first response to a key.
 */
export function reasonToRetry(
  request: HttpRequest,
  response: Response | undefined,
  error?: unknown,
): string | undefined {
  const { operation } = request.call;
  const isIdempotent = idempotentMethods.includes(request.method);
  const isKeyed =
    !isIdempotent && (!operation || operation.idempotencyKey) && 'idempotency-key' in request.headerRecord;
  const isSafe = isIdempotent || isKeyed;
  if (response) {
    const { status } = response;
    if (status === 429) return 'too many requests';
    if (!transientStatuses.includes(status) || (isKeyed && status === 500)) return undefined;
    return isSafe ? `status ${status}` : undefined;
  }
  if (error instanceof TokenError) {
    return error.status === undefined || transientStatuses.includes(error.status) ? 'no token' : undefined;
  }
  if (!(error instanceof ConnectionError || error instanceof TimeoutError)) return undefined;
  if (isSafe) return error.name;
  return isNotConnected(error) ? 'no connection' : undefined;
}

function isNotConnected(error: unknown): boolean {
  const { code, cause } = Object(error);
  return notConnectedCodes.test(code) || (cause !== undefined && isNotConnected(cause));
}
