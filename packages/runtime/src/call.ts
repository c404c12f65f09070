import { ApiError } from './api-error.ts';
import type { PlainRequest } from './plain-request.ts';
import type { AnyResult, Data, Result } from './result.ts';
import type { RetryOptions } from './retry.ts';

/** What a call can be told besides its parameters. */
export interface CallOptions {
  /** Aborts the call; it then rejects with the signal's own reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one attempt, body included. Defaults to the client's. */
  readonly timeout?: number;
  /** Milliseconds for the whole call: attempts, waits between them, tokens, and all pages of a list. Defaults to the client's. */
  readonly deadline?: number;
  /** How the call is repeated, over what the client says; `false` for never. Defaults to the client's. */
  readonly retry?: RetryOptions | false;
  /** Headers for this call, over the client's. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** The options of an operation that honors an `Idempotency-Key`. */
export interface IdempotentCallOptions extends CallOptions {
  /** What the vendor recognizes a repetition by. Defaults to a new UUID (version 4) for each call. */
  readonly idempotencyKey?: string;
}

/** The options of an operation that answers in more than one media type. */
export interface NegotiatedCallOptions<Media> extends CallOptions {
  /** The media type to answer in. Defaults to `application/json`. */
  readonly accept?: Media;
}

/** A result, and of one that is no success the request that it answers. */
export interface Exchange {
  readonly result: AnyResult;
  readonly request?: PlainRequest;
  /** When the vendor asks to try again. */
  readonly retryAt?: Date | undefined;
}

/**
 * A call under way: a promise of the body of its success.
 *
 * It was sent when it was made, once, however it is read. Awaited, it rejects with `ApiError`, `ConnectionError`,
 * `TimeoutError`, `TokenError`, or the reason of the signal that aborted it.
 */
export class Call<Operation, Media = 'application/json'> implements Promise<Data<Operation, Media>> {
  readonly #exchange: Promise<Exchange>;

  constructor(exchange: Promise<Exchange>) {
    this.#exchange = exchange;
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  /** The result, whatever the status: it rejects only where no answer arrived. */
  async result(): Promise<Result<Operation, Media>> {
    return (await this.#exchange).result as Result<Operation, Media>;
  }

  async #data(): Promise<Data<Operation, Media>> {
    const { result, request, retryAt } = await this.#exchange;
    if (request) throw new ApiError(request, result.response, result.error, retryAt);
    return result.data as Data<Operation, Media>;
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
