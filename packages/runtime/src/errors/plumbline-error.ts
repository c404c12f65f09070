/** One symbol for every copy of this package, so that the guards work across copies. */
const brand = Symbol.for('@plumbline/error');

/** `Error.captureStackTrace`, of V8 and some other engines. */
type CaptureStackTrace = (error: object, above: unknown) => void;

/**
 * Makes an error whose properties are enumerable: JSON, `structuredClone` and messages to workers keep them. An object that the
 * constructor of `Error` makes loses its status there, and even its name (HTML, "StructuredSerializeInternal").
 */
function makeError(this: unknown, message: string, options?: ErrorOptions): Error {
  const error: Error = Object.create(new.target.prototype);
  const { captureStackTrace } = Error as { captureStackTrace?: CaptureStackTrace };
  const stack = captureStackTrace ? undefined : new Error(message).stack;
  describeError(error, { name: 'Error', message, cause: options?.cause, stack });
  captureStackTrace?.(error, new.target);
  return error;
}
makeError.prototype = Error.prototype;
/** The constructor of such errors. */
export const PortableError: ErrorConstructor = makeError as unknown as ErrorConstructor;

/** Defines the parts of an error that are not undefined. Not by assignment, which fails if `Error.prototype` is frozen. */
export function describeError(error: Error, parts: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) continue;
    Object.defineProperty(error, name, { value, enumerable: name !== 'stack', writable: true, configurable: true });
  }
}

/** Base class of the errors of a Plumbline client. Thrown itself for invalid options and parameters. */
export class PlumblineError extends PortableError {
  override readonly name: string = 'PlumblineError';

  /** All that `JSON.stringify` writes: name, message, `cause`, and the properties of the error. Never a body or a header. */
  toJSON(): object {
    return { ...this };
  }
}
Object.defineProperty(PlumblineError.prototype, brand, { value: true });

/** Whether an error is from a Plumbline client: of any copy of this package, or after JSON, `structuredClone` or a message. */
export function isPlumblineError(error: unknown): error is PlumblineError {
  if (typeof error !== 'object' || error === null) return false;
  if (brand in error) return true;
  const { name, message, path } = error as { name?: unknown; message?: unknown; path?: unknown };
  // Other packages have errors with these short names, so the path of a call is required too.
  const isCallError =
    /^(Api|Connection|Credential|ResponseSize|Timeout|Token)Error$/.test(String(name)) && typeof path === 'string';
  return typeof message === 'string' && (isCallError || /^(Pagination|Plumbline)Error$/.test(String(name)));
}
