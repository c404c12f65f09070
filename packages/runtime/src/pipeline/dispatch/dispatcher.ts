/** A request as undici's dispatchers take it. */
export interface DispatchOptions {
  readonly origin: string;
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** What undici 7 and later give a handler to control a response with. */
export interface DispatchController {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** Header fields: names and values in turns from undici 6, a record from later ones. */
export type RawHeaders = readonly Uint8Array[] | Readonly<Record<string, string | string[] | undefined>>;

/**
 * What a dispatcher calls with the parts of a response: the methods of undici 6, and those of undici 7 and later. A dispatcher
 * calls one set or the other, and some hang in silence where theirs is missing.
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

/** What holds the connections: undici's `Agent`, `Pool` or `ProxyAgent`, or what Node's own `fetch` uses. */
export interface Dispatcher {
  dispatch(options: DispatchOptions, handler: DispatchHandler): unknown;
}
