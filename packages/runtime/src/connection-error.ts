import type { PlainRequest } from './plain-request.ts';
import { PlumblineError } from './plumbline-error.ts';

/**
 * No whole answer arrived: no connection, a reset, a body cut short. `cause` is what the transport raised.
 *
 * Whether the vendor has carried out the request is not known.
 */
export class ConnectionError extends PlumblineError {
  override readonly name = 'ConnectionError';
  /** The HTTP method. */
  readonly method: string;
  /** The path as the vendor documents it, e.g. `/users/{user_id}`. */
  readonly path: string;

  constructor(request: PlainRequest, cause: unknown) {
    super(
      `${request.method} ${request.path} got no whole answer. Check the network and \`baseUrl\`; \`cause\` says more.`,
      {
        cause,
      },
    );
    this.method = request.method;
    this.path = request.path;
  }
}
