import type { ConnectionError } from '../../errors/connection-error.ts';
import { isPlumblineError } from '../../errors/plumbline-error.ts';
import type { TimeoutError } from '../../errors/timeout-error.ts';
import type { TokenError } from '../../errors/token-error.ts';
import { type HttpRequest, isReplayable } from '../../pipeline/http-request.ts';

/** The idempotent methods of RFC 9110 §9.2.2. `fetch` forbids TRACE. */
const idempotentMethods = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];

/** Whether a response with this status says that the vendor is busy or broken for now. */
export function isTransientStatus(status: number): boolean {
  return [408, 429, 500, 502, 503, 504].includes(status);
}

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
  if (!isReplayable(request)) return undefined;
  const isIdempotent = idempotentMethods.includes(request.method);
  const isKeyed = !isIdempotent && hasIdempotencyKey(request);
  const isSafe = isIdempotent || isKeyed;
  if (response) {
    const { status } = response;
    if (status === 429) return 'too many requests';
    if (!isTransientStatus(status) || (isKeyed && status === 500)) return undefined;
    return isSafe ? `status ${status}` : undefined;
  }
  // Not by `instanceof`: a policy may be of another copy of this package.
  if (isPlumblineError(error) && error.name === 'TokenError') {
    const { status, cause } = error as TokenError;
    const passes = status === undefined ? mayPass(cause) : isTransientStatus(status);
    return passes ? 'no token' : undefined;
  }
  if (!mayPass(error)) return undefined;
  if (isSafe) return error.name;
  return 'notConnected' in error && error.notConnected ? 'no connection' : undefined;
}

/** Whether a failure may not occur again. */
function mayPass(error: unknown): error is ConnectionError | TimeoutError {
  return isPlumblineError(error) && /^(Connection|Timeout)E/.test(error.name) && !(error as ConnectionError).permanent;
}

/** Whether the last attempt was sent with an idempotency key that the vendor honors, and the next one will have the same. */
function hasIdempotencyKey({ call, headerRecord }: HttpRequest): boolean {
  if (call.operation && !call.operation.idempotencyKey) return false;
  const key = headerRecord['idempotency-key'];
  const sent = call.sentKey ?? key;
  return key !== undefined && key.trim() !== '' && sent === key;
}
