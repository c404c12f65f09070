import { CallError, type RequestLine } from './call-error.ts';

/**
 * The connection failed before a full response: it was refused or reset, or the body was truncated. `cause` has the name,
 * message and code of the transport's error.
 *
 * The vendor may have processed the request.
 */
export class ConnectionError extends CallError {
  override readonly name = 'ConnectionError';

  constructor(line: RequestLine, cause: unknown) {
    super(line, ': connection failed before a full response. Check the network and the URL.', {
      cause: copyCause(cause),
    });
  }
}

/** Copies a foreign error without its other properties, which may contain the request and its credentials. */
function copyCause(cause: unknown, depth = 3): unknown {
  if (!(cause instanceof Error) || depth === 0) return undefined;
  const copy = new Error(cause.message, { cause: copyCause(cause.cause, depth - 1) });
  const { name, stack, code } = cause as Error & { code?: unknown };
  return Object.assign(copy, { name, stack, ...(typeof code === 'string' && { code }) });
}
