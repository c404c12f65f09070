import { BodyTooLong, type Bytes, joinBytes } from '../read-bytes.ts';
import type { DispatchController, DispatchHandler, RawHeaders } from './dispatcher.ts';

/** Maximum number of unread bytes. With more, the server must pause. */
const highWaterMark = 65_536;

/** The reason of an abort for the dispatcher. The caller receives the real one. */
const aborted = new Error('aborted');

/** Receives one response from a dispatcher: its head, and then its body, which it buffers until it is read. */
export class ResponseHandler implements DispatchHandler {
  status = 0;
  statusText = '';
  rawHeaders: RawHeaders = [];
  readonly #isStreamed: (status: number) => boolean;
  readonly #resolve: (handler: ResponseHandler) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #maxBytes: number;
  readonly #chunks: Bytes[] = [];
  #unread = 0;
  /** Whether the response is complete, or failed. */
  ended = false;
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;
  #resume: (() => void) | undefined;
  #abort: ((reason: Error) => void) | undefined;
  /** Called once when the response is complete, or failed. */
  onEnd: (() => void) | undefined;

  /**
   * @param isStreamed Whether a response with this status resolves at its head; else it resolves when it is complete.
   * @param resolve Called once, with this handler.
   * @param reject Called if the response fails, with {@link BodyTooLong} if it is longer than `maxBytes` and not streamed.
   */
  constructor(
    isStreamed: (status: number) => boolean,
    resolve: (handler: ResponseHandler) => void,
    reject: (reason: unknown) => void,
    maxBytes: number = Infinity,
  ) {
    this.#isStreamed = isStreamed;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#maxBytes = maxBytes;
  }

  /** Whether the whole body arrived. */
  get complete(): boolean {
    return this.ended && !this.#failure;
  }

  /** @throws The reason of the failure, if the response failed. */
  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.reason;
  }

  /** Joins the unread chunks. */
  bytes(): Bytes {
    return joinBytes(this.#chunks, this.#unread);
  }

  /** Yields the chunks as they arrive. It throws a failure after the chunks that arrived before it. */
  async *chunks(): AsyncGenerator<Bytes, void, undefined> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk) {
        this.#unread -= chunk.length;
        if (this.#unread < highWaterMark) this.#resume?.();
        yield chunk;
      } else {
        this.throwIfFailed();
        if (this.ended) return;
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      }
    }
  }

  /** Aborts the request, and discards the rest of its response. */
  abort(reason: unknown): void {
    this.#chunks.length = 0;
    if (this.ended) return;
    this.#fail(reason);
    // If there is no connection yet, `onConnect` aborts it.
    this.#abort?.(aborted);
  }

  onConnect(abort: (reason: Error) => void): void {
    this.#abort = abort;
    if (this.#failure) abort(aborted);
  }

  onRequestStart(controller: DispatchController): void {
    this.onConnect((reason) => controller.abort(reason));
  }

  onHeaders(status: number, headers: RawHeaders, resume: () => void, statusText = ''): boolean {
    // 1xx is an interim response: the final one follows (RFC 9110 §15.2).
    if (status < 200) return true;
    this.status = status;
    this.statusText = statusText;
    this.rawHeaders = headers;
    this.#resume = resume;
    if (this.#isStreamed(status)) this.#resolve(this);
    return true;
  }

  onResponseStart(controller: DispatchController, status: number, headers: RawHeaders, statusText?: string): void {
    this.onHeaders(status, headers, () => controller.resume(), statusText);
  }

  onData(chunk: Uint8Array): boolean {
    // Not a `Buffer`, whose methods differ.
    this.#chunks.push(new Uint8Array(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.length));
    this.#unread += chunk.length;
    this.#wake?.();
    if (this.#isStreamed(this.status)) return this.#unread < highWaterMark;
    if (this.#unread > this.#maxBytes) this.abort(BodyTooLong);
    return true;
  }

  onResponseData(controller: DispatchController, chunk: Uint8Array): void {
    if (!this.onData(chunk)) controller.pause();
  }

  onComplete(): void {
    this.#end();
    // A streamed response has resolved at its head. A second one would take its bytes.
    if (!this.#isStreamed(this.status)) this.#resolve(this);
  }

  onResponseEnd(): void {
    this.onComplete();
  }

  onError(cause: unknown): void {
    this.#fail(cause);
  }

  onResponseError(_: unknown, cause: unknown): void {
    this.#fail(cause);
  }

  #fail(reason: unknown): void {
    if (this.ended) return;
    this.#failure = { reason };
    this.#end();
    this.#reject(reason);
  }

  #end(): void {
    this.ended = true;
    this.#wake?.();
    this.onEnd?.();
  }
}
