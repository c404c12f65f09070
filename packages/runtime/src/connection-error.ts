import type { Attempt } from './attempt.ts';
import type { PlainRequest } from './plain-request.ts';
import { PlumblineError } from './plumbline-error.ts';

/**
 * No whole answer arrived: no connection, a reset, a body cut short. `cause` tells the name, message
 * and code of what the transport raised.
 *
 * Whether the vendor has carried out the request is not known.
 */
export class ConnectionError extends PlumblineError {
  override readonly name = 'ConnectionError';
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;

  /** Each try, in order. */
  attempts: readonly Attempt[] = [];

  constructor(request: PlainRequest, cause: unknown) {
    super(
      `${request.method} ${request.path} got no whole answer. Check the network and the address; \`cause\` says more.`,
      {
        cause: plainCause(cause),
      },
    );
    this.method = request.method;
    this.path = request.path;
  }
}

/** What may be told of a foreign error: the error itself may carry the request, and with it the credentials. */
function plainCause(cause: unknown, depth = 3): unknown {
  if (!(cause instanceof Error) || depth === 0) return undefined;
  const plain = new Error(cause.message, { cause: plainCause(cause.cause, depth - 1) });
  const { name, stack, code } = cause as Error & { code?: unknown };
  return Object.assign(plain, { name, stack, ...(typeof code === 'string' && { code }) });
}
