import { ApiError } from '../errors/api-error.ts';
import type { Attempt, CallError, RequestLine } from '../errors/call-error.ts';
import { isPlumblineError } from '../errors/plumbline-error.ts';
import type { Problem } from '../errors/problem.ts';
import type { CallContext } from '../pipeline/call-context.ts';
import type { Bytes } from '../pipeline/read-bytes.ts';
import type { AnyResult, UntypedResult } from './result.ts';
import type { ChunkReader, SpecialResponse } from './special-response.ts';

/** How a call ended: its result, and what an error of it contains. */
export interface Reply extends SpecialResponse {
  /** The call: its method and path, its attempts, and the URL that it was sent to. */
  readonly call: Pick<CallContext, 'line' | 'attempts' | 'url'>;
  /** What the vendor says about a refused request. */
  readonly problem?: Problem | undefined;
  /** When the vendor accepts a retry, according to its response. */
  readonly retryAt?: Date | undefined;
}

/**
 * A pending call. Resolves with the response body, `Data`. `stream()` yields it in pieces, each a `Chunk`.
 *
 * It sends one request, even if it is read several times. It rejects with an `ApiError`, `ConnectionError`, `TimeoutError`,
 * `TokenError`, `CredentialError`, or the reason of the signal that aborted it. If it is never awaited, that is an unhandled
 * rejection, as with every promise. Once `result()` or `stream()` is called, it is handled.
 */
export class Call<Data, Outcome = AnyResult<Data>, Chunk = Bytes> implements Promise<Data> {
  readonly #reply: Promise<Reply>;
  readonly #data: Promise<Data>;
  #streaming = false;

  readonly #line: RequestLine;

  /** @param start Sends the request after the caller's line of code has run, because that line may call `stream()`. */
  constructor({ method, path }: RequestLine, start: (isStreaming: () => boolean) => Promise<Reply>) {
    this.#line = { method, path };
    this.#reply = start(() => this.#streaming);
    // Read at once, so that a failed call that is never awaited is an unhandled rejection.
    this.#data = this.#read();
  }

  /** What `console.log` prints on Node and Deno. */
  get [Symbol.toStringTag](): string {
    return `${this.#line.method} ${this.#line.path}: await it for the response body`;
  }

  /** Resolves with the result, whose status may be outside 2xx. Throws only if no response arrived. */
  async result(): Promise<Outcome> {
    this.#markHandled();
    try {
      return (await this.#reply).result as Outcome;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  /**
   * Yields the body of a success as it arrives: of `text/event-stream` and of JSON lines the events, else bytes, for bodies that are too
   * large for memory. Call it on the same line as the method: later, the whole body has already been read. Leaving the loop ends the
   * download.
   *
   * `timeout` limits each wait for bytes, `deadline` the whole stream. A truncated stream is not retried.
   *
   * @example for await (const bytes of mx.audiences.listMembers(audience, { accept: 'text/csv' }).stream()) file.write(bytes);
   * @throws {ApiError} Before the first bytes, if the response is not a success. After the events before it, if an event is malformed.
   * @throws {ConnectionError} After the bytes or the events that arrived, if the body is truncated.
   */
  stream(): AsyncIterable<Chunk> {
    this.#streaming = true;
    this.#markHandled();
    return this.#chunks();
  }

  async *#chunks(): AsyncGenerator<Chunk, void, undefined> {
    let reader: ChunkReader | undefined;
    let reply: Reply | undefined;
    try {
      reply = await this.#reply;
      const { response } = requireSuccess(reply);
      reader = reply.open ? reply.open(response) : response.body?.getReader();
      while (reader) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value as Chunk;
      }
    } catch (cause) {
      throw withCallerStack(reply ? withAttempts(cause, reply.call.attempts) : cause);
    } finally {
      // Don't await: cancel() may never settle and its result is not needed.
      reader?.cancel().catch(() => {});
    }
  }

  /** `result()` and `stream()` pass the failure on themselves. */
  #markHandled(): void {
    this.#data.catch(() => {});
  }

  async #read(): Promise<Data> {
    try {
      return requireSuccess(await this.#reply).data as Data;
    } catch (cause) {
      throw withCallerStack(cause);
    }
  }

  // biome-ignore lint/suspicious/noThenProperty: a call is a promise.
  then<Fulfilled = Data, Rejected = never>(
    onFulfilled?: ((data: Data) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#data.then(onFulfilled, onRejected);
  }

  catch<Rejected = never>(
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Data | Rejected> {
    return this.#data.catch(onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data> {
    return this.#data.finally(onFinally);
  }
}

/** @throws {ApiError} If the result is not a success. */
function requireSuccess({ result, call, retryAt, problem }: Reply): UntypedResult {
  if (result.ok) return result;
  const { line, attempts } = call;
  throw new ApiError({ ...line, attempts }, result.response, result.error, { retryAt, problem, advice: undefined });
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
  if (isPlumblineError(cause) && 'path' in cause) (cause as CallError).attempts = attempts;
  return cause;
}
