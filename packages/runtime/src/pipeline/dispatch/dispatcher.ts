/** A request for a dispatcher of undici. */
export interface DispatchOptions {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array> | null;
}

/** The controls of a response, which undici 7 and later pass to a handler. */
export interface DispatchController {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** Header fields: alternating names and values in undici 6, a record in later versions. */
export type RawHeaders = readonly Uint8Array[] | Readonly<Record<string, string | string[] | undefined>>;

/**
 * Receives the parts of a response. It has the methods of undici 6, and those of undici 7 and later: a dispatcher calls one of
 * the two sets, and some hang silently if theirs is missing.
 *
 * @see https://undici.nodejs.org/#/docs/api/Dispatcher
 */
export interface DispatchHandler {
  onConnect(abort: (reason: Error) => void): void;
  onHeaders(status: number, headers: RawHeaders, resume: () => void, statusText: string): boolean;
  onData(chunk: Uint8Array): boolean;
  onComplete(): void;
  onError(cause: unknown): void;
  onRequestStart(controller: DispatchController): void;
  onResponseStart(_: DispatchController, status: number, headers: RawHeaders, statusText?: string): void;
  onResponseData(controller: DispatchController, chunk: Uint8Array): void;
  onResponseEnd(): void;
  onResponseError(_: unknown, cause: unknown): void;
}

/** Manages connections: undici's `Agent`, `Pool` or `ProxyAgent`, or the dispatcher of Node's own `fetch`. */
export interface Dispatcher {
  dispatch(options: DispatchOptions, handler: DispatchHandler): unknown;
}
