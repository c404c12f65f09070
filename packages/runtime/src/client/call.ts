import { ApiError } from '../errors/api-error.ts';
import { type Attempt, CallError, type RequestLine } from '../errors/call-error.ts';
import { isPlumblineError } from '../errors/plumbline-error.ts';
import type { Data, Result, UntypedResult } from './result.ts';

/** How a call ended: its result, and what an error of it contains. */
export interface Reply {
  readonly result: UntypedResult;
  readonly line: RequestLine;
  readonly attempts: readonly Attempt[];
  /** When the vendor accepts a retry, according to its response. */
  readonly retryAt?: Date | undefined;
}

/**
 * A pending call. Resolves with the response body.
 *
 * It sends one request, even if it is read several times. When awaited, it throws `ApiError`, `ConnectionError`, `TimeoutError`,
 * `TokenError`, or the reason of the signal that aborted it.
 */
export class Call<Operation, Media = 'application/json'> implements Promise<Data<Operation, Media>> {
  readonly #reply: Promise<Reply>;
  #streaming = false;

  /** @param start Sends the request after the caller's line of code has run, because that line may call `stream()`. */
  constructor(start: (isStreaming: () => boolean) => Promise<Reply>) {
    this.#reply = start(() => this.#streaming);
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  /** Resolves with the result, whose status may be outside 2xx. Throws only if no response arrived. */
  async result(): Promise<Result<Operation, Media>> {
    try {
      return (await this.#reply).result as Result<Operation, Media>;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  /**
   * Yields the body of a success as it arrives, for bodies that are too large for memory. Call it on the same line as the method:
   * later, the whole body has already been read, and comes in one piece. Leaving the loop ends the download.
   *
   * `timeout` limits each wait for bytes, `deadline` the whole stream. A truncated stream is not retried.
   *
   * @example for await (const bytes of mx.audiences.listMembers(audience, { accept: 'text/csv' }).stream()) file.write(bytes);
   * @throws {ApiError} Before the first bytes, if the response is not a success.
   * @throws {ConnectionError} After the bytes that arrived, if the body is truncated.
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
      reader = requireSuccess(reply).response.body?.getReader();
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
      return requireSuccess(await this.#reply).data as Data<Operation, Media>;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is a promise.
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

/** @throws {ApiError} If the result is not a success. */
function requireSuccess({ result, line, attempts, retryAt }: Reply): UntypedResult {
  if (result.ok) return result;
  throw new ApiError({ ...line, attempts }, result.response, result.error, retryAt);
}

/** Replaces the stack of an error, which a timer or a socket made, by the stack of the code that awaits the call. */
function withCallerStack(cause: unknown): unknown {
  // V8 and some other engines have it.
  const { captureStackTrace } = Error as { captureStackTrace?: (error: Error, above: unknown) => void };
  if (isPlumblineError(cause)) captureStackTrace?.(cause, withCallerStack);
  return cause;
}

/** Adds the attempts of a call to the error that ended it. */
export function withAttempts(cause: unknown, attempts: readonly Attempt[]): unknown {
  if (cause instanceof CallError) cause.attempts = attempts;
  return cause;
}
