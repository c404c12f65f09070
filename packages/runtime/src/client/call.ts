import { ApiError } from '../errors/api-error.ts';
import { type Attempt, CallError, type RequestLine } from '../errors/call-error.ts';
import { isPlumblineError } from '../errors/plumbline-error.ts';
import type { Data, Result, UntypedResult } from './result.ts';

/** How a call ended: its result, and what an error tells of it. */
export interface Reply {
  readonly result: UntypedResult;
  readonly line: RequestLine;
  readonly attempts: readonly Attempt[];
  /** When the vendor asks to try again. */
  readonly retryAt?: Date | undefined;
}

/**
 * A pending call. Resolves with the response body.
 *
 * It is sent once, however it is read. Awaited, it rejects with `ApiError`, `ConnectionError`, `TimeoutError`, `TokenError`, or
 * the reason of the signal that aborted it.
 */
export class Call<Operation, Media = 'application/json'> implements Promise<Data<Operation, Media>> {
  readonly #reply: Promise<Reply>;
  #streaming = false;

  /** @param start Sends the request, when the caller's line of code has run: until then it may ask for a stream. */
  constructor(start: (isStreaming: () => boolean) => Promise<Reply>) {
    this.#reply = start(() => this.#streaming);
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  /** The result, also of a status outside 2xx: it rejects only where no response arrived. */
  async result(): Promise<Result<Operation, Media>> {
    try {
      return (await this.#reply).result as Result<Operation, Media>;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  /**
   * The body of a success as it arrives, for bodies that are too large to hold. Call it at once, on the call itself: later, the
   * body has been read whole, and comes in one piece. Leaving the loop ends the download.
   *
   * `timeout` limits each wait for bytes, `deadline` all of it. A stream that was cut is not retried.
   *
   * @example for await (const bytes of mx.audiences.listMembers(audience, { accept: 'text/csv' }).stream()) file.write(bytes);
   * @throws {ApiError} Before the first bytes.
   * @throws {ConnectionError} Where the body is cut, after the bytes before that.
   */
  stream(): AsyncIterable<Uint8Array<ArrayBuffer>> {
    this.#streaming = true;
    this.#reply.catch(() => {});
    return this.#bytes();
  }

  async *#bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
    let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
    let reply: Reply | undefined;
    try {
      reply = await this.#reply;
      reader = succeeded(reply).response.body?.getReader();
      while (reader) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    } catch (cause) {
      throw withCallerStack(reply ? withAttempts(cause, reply.attempts) : cause);
    } finally {
      // Don't await: cancel() may never settle and its result is not needed.
      reader?.cancel().catch(() => {});
    }
  }

  async #data(): Promise<Data<Operation, Media>> {
    try {
      return succeeded(await this.#reply).data as Data<Operation, Media>;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is awaited as the promise it is.
  then<Fulfilled = Data<Operation, Media>, Rejected = never>(
    onFulfilled?: ((data: Data<Operation, Media>) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#data().then(onFulfilled, onRejected);
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Data<Operation, Media> | Rejected> {
    return this.#data().catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data<Operation, Media>> {
    return this.#data().finally(onFinally);
  }
}

/** @throws {ApiError} Where the result is no success. */
function succeeded({ result, line, attempts, retryAt }: Reply): UntypedResult {
  if (result.ok) return result;
  throw new ApiError({ ...line, attempts }, result.response, result.error, retryAt);
}

/** Gives an error the stack of the code that waits for it, in place of that of a timer or a socket. */
function withCallerStack(cause: unknown): unknown {
  // V8 has it, and some others.
  const { captureStackTrace } = Error as { captureStackTrace?: (error: Error, above: unknown) => void };
  if (isPlumblineError(cause)) captureStackTrace?.(cause, withCallerStack);
  return cause;
}

/** Adds the attempts of a call to the error that ended it. */
export function withAttempts(cause: unknown, attempts: readonly Attempt[]): unknown {
  if (cause instanceof CallError) cause.attempts = attempts;
  return cause;
}
