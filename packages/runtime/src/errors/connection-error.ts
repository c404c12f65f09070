import { CallError, type RequestLine } from './call-error.ts';

/**
 * No whole response arrived: no connection, a reset, a body cut short. `cause` has the name, message and code of what the
 * transport threw.
 *
 * The vendor may have carried out the request.
 */
export class ConnectionError extends CallError {
  override readonly name = 'ConnectionError';

  constructor(line: RequestLine, cause: unknown) {
    super(line, 'got no whole answer. Check the network and the address; `cause` says more.', {
      cause: plainCause(cause),
    });
  }
}

/** A copy of a foreign error without its own properties: they may hold the request, and with it the credentials. */
function plainCause(cause: unknown, depth = 3): unknown {
  if (!(cause instanceof Error) || depth === 0) return undefined;
  const plain = new Error(cause.message, { cause: plainCause(cause.cause, depth - 1) });
  const { name, stack, code } = cause as Error & { code?: unknown };
  return Object.assign(plain, { name, stack, ...(typeof code === 'string' && { code }) });
}
