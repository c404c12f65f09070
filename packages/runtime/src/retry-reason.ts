import { ConnectionError } from './connection-error.ts';
import type { PlainRequest } from './plain-request.ts';
import type { Outcome } from './retry.ts';
import { TimeoutError } from './timeout-error.ts';
import { TokenError } from './token-error.ts';

/** Methods that do no more when they are sent twice than when they are sent once (RFC 9110 §9.2.2). */
const idempotent = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'];
/** Statuses that may be another the next time. */
const passing = [408, 429, 500, 502, 503, 504];
/** What Node, Bun and Deno call it when no connection was made. */
const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/**
 * Why to send a request again, or undefined.
 *
 * A request that does harm when it is carried out twice is sent again only where it cannot have been carried out: the
 * vendor answered 429, no connection was made, or no token could be had. An `Idempotency-Key` makes a request harmless
 * where the vendor honors it; but a 500 answered under a key stays: the vendor replays the first answer of a key.
 */
export function reasonToRetry(request: PlainRequest, { response, error }: Outcome): string | undefined {
  const harmless = idempotent.includes(request.method);
  const honored = request.operation ? request.operation.idempotent : true;
  const keyed = !harmless && honored && request.headers.has('Idempotency-Key');
  if (response) {
    const { status } = response;
    if (status === 429) return 'too many requests';
    if (!passing.includes(status) || (keyed && status === 500)) return undefined;
    return harmless || keyed ? `status ${status}` : undefined;
  }
  if (error instanceof TokenError) {
    return error.status === undefined || passing.includes(error.status) ? 'no token' : undefined;
  }
  if (!(error instanceof ConnectionError || error instanceof TimeoutError)) return undefined;
  if (harmless || keyed) return error.name;
  return isUnconnected(error) ? 'no connection' : undefined;
}

function isUnconnected(error: unknown): boolean {
  const { code, cause } = Object(error);
  return unconnected.test(code) || (cause !== undefined && isUnconnected(cause));
}
