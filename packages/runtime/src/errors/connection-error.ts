import { readTransportFault } from '#transport-fault';
import { CallError, type RequestLine } from './call-error.ts';
import { describeError, PortableError } from './plumbline-error.ts';

/**
 * The connection failed before a full response: it was refused or reset, or the body was truncated. The message says why, and
 * `cause` has the name, message and code of the transport's error.
 *
 * Unless `notConnected` is true, the vendor may have processed the request.
 */
export class ConnectionError extends CallError {
  override readonly name = 'ConnectionError';
  /** The code of the system or the platform, e.g. `ECONNRESET` or `CERT_HAS_EXPIRED`; undefined if there is none. */
  readonly code: string | undefined;
  /** Whether no connection was made, so that the vendor cannot have received the request. A browser never says so. */
  readonly notConnected: boolean;
  /** Whether a retry would fail in the same way, e.g. because of a certificate. Such calls are not retried. A browser never says so. */
  readonly permanent: boolean;

  constructor(line: RequestLine, cause: unknown) {
    const { code, notConnected, permanent } = readTransportFault(cause);
    const problem = permanent ?? (notConnected ? 'no connection was made' : 'connection failed before a full response');
    const advice = `Check the ${permanent ? 'server' : 'network'} and the URL.`;
    super(line, `: ${problem}${code ? ` (${code})` : ''}. ${advice}`, { cause: copyCause(cause) });
    this.code = code;
    this.notConnected = notConnected;
    this.permanent = permanent !== undefined;
  }
}

/** Copies a foreign error without its other properties, which may contain the request and its credentials. */
export function copyCause(thrown: unknown, depth = 3): unknown {
  // Not by `instanceof`: in a Jest test, the errors of the platform are of another realm.
  if (!(thrown as Error | null | undefined)?.stack || depth === 0) return undefined;
  const { name, message, stack, code, cause, errors } = thrown as Error & { code?: unknown; errors?: unknown };
  const [first] = Array.isArray(errors) ? errors : [];
  const copy = new PortableError(message, { cause: copyCause(cause ?? first, depth - 1) });
  describeError(copy, { name, stack, code: typeof code === 'string' ? code : undefined });
  return copy;
}
