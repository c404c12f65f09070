/** One symbol for every copy of this package, so that the guards work across copies. */
const brand = Symbol.for('@plumbline/error');

/** Base class of the errors of a Plumbline client. Thrown itself for invalid options and parameters. */
export class PlumblineError extends Error {
  override readonly name: string = 'PlumblineError';

  static {
    Object.defineProperty(PlumblineError.prototype, brand, { value: true });
  }
}

/** Whether an error is from a Plumbline client, which may use another copy of this package. */
export function isPlumblineError(error: unknown): error is PlumblineError {
  return typeof error === 'object' && error !== null && brand in error;
}
