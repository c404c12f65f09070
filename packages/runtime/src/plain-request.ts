import type { Attempt } from './attempt.ts';
import type { Budget } from './deadline.ts';
import type { OperationDefinition } from './operation.ts';
import type { RetryOptions } from './retry.ts';

/** What a request is made of. The same names as `RequestInit`, and what policies need to know of the call. */
export interface PlainRequestInit {
  method?: string;
  headers?: NonNullable<RequestInit['headers']>;
  body?: RequestInit['body'];
  signal?: AbortSignal | null;
  /** The operation as the spec describes it; absent for requests made with `client.api`. */
  operation?: OperationDefinition;
  /** Milliseconds for one attempt, body included. */
  timeout?: number | undefined;
  /** The time for the whole call. */
  budget?: Budget | undefined;
  /** How the call is repeated. */
  retry?: RetryOptions | false | undefined;
  /** Whether others wait for its answer. */
  urgent?: boolean | undefined;
  /** Whether its credentials have come to their end since they were added. */
  expired?: (() => boolean) | undefined;
  /** The tries that were given up so far: one list for all copies of a request. */
  attempts?: Attempt[];
}

/**
 * A request that keeps its body whole: sent again as it is, nothing cloned, nothing consumed.
 *
 * Its fields are private with getters, so that logging a request shows neither headers nor body.
 */
export class PlainRequest {
  readonly #url: string;
  readonly #init: PlainRequestInit;
  #headers: Headers | undefined;
  readonly #attempts: Attempt[];

  constructor(url: string, init: PlainRequestInit = {}) {
    this.#url = url;
    this.#init = init;
    this.#attempts = init.attempts ?? [];
  }

  get url(): string {
    return this.#url;
  }

  get method(): string {
    return this.#init.method ?? 'GET';
  }

  get headers(): Headers {
    // Made when they are asked for: of a call that succeeds nobody asks.
    const { headers } = this.#init;
    this.#headers ??= headers instanceof Headers ? headers : new Headers(headers);
    return this.#headers;
  }

  get body(): NonNullable<RequestInit['body']> | null {
    return this.#init.body ?? null;
  }

  get signal(): AbortSignal | undefined {
    return this.#init.signal ?? undefined;
  }

  get operation(): OperationDefinition | undefined {
    return this.#init.operation;
  }

  get timeout(): number | undefined {
    return this.#init.timeout;
  }

  get budget(): Budget | undefined {
    return this.#init.budget;
  }

  get retry(): RetryOptions | false | undefined {
    return this.#init.retry;
  }

  get urgent(): boolean | undefined {
    return this.#init.urgent;
  }

  get expired(): (() => boolean) | undefined {
    return this.#init.expired;
  }

  get attempts(): Attempt[] {
    return this.#attempts;
  }

  /** The path for people: the template where the operation is known, else the path of the URL; never the query. */
  get path(): string {
    return this.operation?.path ?? new URL(this.#url).pathname;
  }

  /** A copy with some parts replaced. */
  with(changes: PlainRequestInit): PlainRequest {
    return new PlainRequest(this.#url, { ...this.#init, headers: this.headers, attempts: this.#attempts, ...changes });
  }

  /** A copy with these headers set. */
  withHeaders(headers: Readonly<Record<string, string>>): PlainRequest {
    const copy = new Headers(this.headers);
    for (const name in headers) copy.set(name, headers[name] as string);
    return this.with({ headers: copy });
  }
}
