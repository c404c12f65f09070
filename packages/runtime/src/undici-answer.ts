import type { Dispatcher } from 'undici';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that may wait to be read before the server is held up. */
const highWaterMark = 65_536;

/**
 * What undici's dispatcher hears of one request: the head, which settles the promise that it was made for, and then the
 * body, which waits here until somebody reads it.
 */
export class UndiciAnswer implements Dispatcher.DispatchHandler {
  status = 0;
  statusText = '';
  headers: Readonly<Record<string, string | string[] | undefined>> = {};
  /** Why the answer broke off, once it has. */
  failure: { readonly reason: unknown } | undefined;
  readonly #resolve: (answer: UndiciAnswer) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #signal: AbortSignal | null | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  readonly #chunks: Bytes[] = [];
  #waiting = 0;
  /** Nothing more will arrive. */
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(
    resolve: (answer: UndiciAnswer) => void,
    reject: (reason: unknown) => void,
    signal: AbortSignal | null | undefined,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    signal?.addEventListener('abort', this);
  }

  /** The next bytes; undefined at the end. What arrived before a failure is read before it is told. */
  async read(): Promise<Bytes | undefined> {
    for (;;) {
      this.#signal?.throwIfAborted();
      const chunk = this.#chunks.shift();
      if (chunk) {
        this.#waiting -= chunk.length;
        if (this.#controller?.paused && this.#waiting < highWaterMark) this.#controller.resume();
        return chunk;
      }
      if (this.failure) throw this.failure.reason;
      if (this.#ended) return undefined;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** The whole body. */
  async bytes(): Promise<Bytes> {
    const first = (await this.read()) ?? new Uint8Array();
    const chunks = [first];
    for (let chunk = await this.read(); chunk; chunk = await this.read()) chunks.push(chunk);
    if (chunks.length === 1) return first;
    const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let offset = 0;
    for (const chunk of chunks) {
      whole.set(chunk, offset);
      offset += chunk.length;
    }
    return whole;
  }

  /** Ends the connection; what has not been read is dropped. */
  cancel(): void {
    this.#fail(new TypeError('The body was cancelled.'));
    this.#chunks.length = 0;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    // undici heeds an abort only once there is a connection; nobody waits for this one any more.
    if (this.failure) controller.abort(aborted);
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: UndiciAnswer['headers'],
    statusText = '',
  ): void {
    // 1xx: the answer comes later (RFC 9110 §15.2).
    if (status < 200) return;
    this.status = status;
    this.statusText = statusText;
    this.headers = headers;
    this.#resolve(this);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    // No `Buffer`: its methods differ.
    this.#chunks.push(new Uint8Array(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.length));
    this.#waiting += chunk.length;
    if (this.#waiting >= highWaterMark) controller.pause();
    this.#wake?.();
  }

  onResponseEnd(): void {
    this.#end();
  }

  onResponseError(_: Dispatcher.DispatchController | undefined, cause: unknown): void {
    this.#fail(new TypeError(this.status ? 'terminated' : 'fetch failed', { cause }));
  }

  /** The signal has aborted. */
  handleEvent(): void {
    this.#fail(this.#signal?.reason);
  }

  #fail(reason: unknown): void {
    if (this.#ended) return;
    this.failure = { reason };
    this.#end();
    this.#controller?.abort(aborted);
    this.#reject(reason);
  }

  #end(): void {
    this.#ended = true;
    this.#signal?.removeEventListener('abort', this);
    this.#wake?.();
  }
}

/** What undici is told; the caller is told why. */
const aborted = new Error('aborted');
