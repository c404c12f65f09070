import type { DispatchController, DispatchHandler, RawHeaders } from './dispatcher.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that may wait to be read before the server is held up. */
const highWaterMark = 65_536;

/** The reason that a dispatcher gets for an abort. The caller gets the real one. */
const aborted = new Error('aborted');

/** Receives one response from a dispatcher: its head, and then its body, which waits here until it is read. */
export class ResponseHandler implements DispatchHandler {
  status = 0;
  statusText = '';
  rawHeaders: RawHeaders = [];
  readonly #isStreamed: (status: number) => boolean;
  readonly #resolve: (handler: ResponseHandler) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #chunks: Bytes[] = [];
  #waiting = 0;
  /** Nothing more will arrive: the response is whole, or it failed. */
  ended = false;
  #failure: { readonly reason: unknown } | undefined;
  #wake: (() => void) | undefined;
  #resume: (() => void) | undefined;
  #abort: ((reason: Error) => void) | undefined;
  /** Called once when nothing more will arrive. */
  onEnd: (() => void) | undefined;

  /**
   * @param isStreamed Whether a response of this status is wanted as soon as its head is there, or when it is whole.
   * @param resolve Called once with this handler at that moment.
   * @param reject Called where that moment never comes.
   */
  constructor(
    isStreamed: (status: number) => boolean,
    resolve: (handler: ResponseHandler) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#isStreamed = isStreamed;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Whether the body arrived to its end. */
  get complete(): boolean {
    return this.ended && !this.#failure;
  }

  /** @throws The reason for which the body did not arrive to its end. */
  throwIfFailed(): void {
    if (this.#failure) throw this.#failure.reason;
  }

  /** The bytes that arrived, one chunk in most cases. */
  bytes(): Bytes {
    const [first = new Uint8Array(), ...rest] = this.#chunks;
    if (rest.length === 0) return first;
    const whole = new Uint8Array(this.#waiting);
    let offset = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole;
  }

  /** The chunks as they arrive. What arrived before a failure is given before the failure is thrown. */
  async *chunks(): AsyncGenerator<Bytes, void, undefined> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk) {
        this.#waiting -= chunk.length;
        if (this.#waiting < highWaterMark) this.#resume?.();
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

  /** Ends the request and what is left of its response. */
  abort(reason: unknown): void {
    this.#chunks.length = 0;
    if (this.ended) return;
    this.#fail(reason);
    // Before there is a connection there is nothing to abort: `onConnect` does it then.
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
    // 1xx: the response comes later (RFC 9110 §15.2).
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
    // No `Buffer`: its methods differ.
    this.#chunks.push(new Uint8Array(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.length));
    this.#waiting += chunk.length;
    this.#wake?.();
    return this.#waiting < highWaterMark || !this.#isStreamed(this.status);
  }

  onResponseData(controller: DispatchController, chunk: Uint8Array): void {
    if (!this.onData(chunk)) controller.pause();
  }

  onComplete(): void {
    this.#end();
    // A streamed response was given at its head: a second one would take its bytes.
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
