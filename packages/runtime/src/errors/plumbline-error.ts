/** One symbol for every copy of this package, so that the guards work across copies. */
const brand = Symbol.for('@plumbline/error');

/** The base of every error that a Plumbline client throws; thrown itself for wrong options and parameters. */
export class PlumblineError extends Error {
  override readonly name: string = 'PlumblineError';

  static {
    Object.defineProperty(PlumblineError.prototype, brand, { value: true });
  }
}

/** Whether a Plumbline client threw this, from any copy of this package. */
export function isPlumblineError(error: unknown): error is PlumblineError {
  return typeof error === 'object' && error !== null && brand in error;
}
