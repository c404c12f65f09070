import type { Deadline } from '../time/deadline.ts';
import type { CallContext } from './call-context.ts';

/** Headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** Credentials that expire. */
export interface Credentials {
  /** By the clock's `now`. */
  readonly expiresAt: number;
}

/** What a request is made of. */
export interface HttpRequestInit {
  readonly call: CallContext;
  readonly method?: string | undefined;
  readonly headers?: HeaderRecord | undefined;
  readonly body?: BodyInit | null | undefined;
  readonly deadline?: Deadline | undefined;
  readonly credentials?: Credentials | undefined;
}

/** What a policy may change about a request. */
export interface HttpRequestChanges extends Omit<HttpRequestInit, 'call' | 'method' | 'headers'> {
  readonly url?: string | undefined;
  readonly headers?: Headers | HeaderRecord | undefined;
}

/**
 * One attempt: a request that can be sent again as it is, for its body is never consumed.
 *
 * Its fields are private with getters, so that logging a request shows neither headers nor body.
 */
export class HttpRequest {
  readonly #url: string;
  readonly #init: HttpRequestInit;
  #headers: Headers | undefined;

  constructor(url: string, init: HttpRequestInit) {
    this.#url = url;
    this.#init = init;
  }

  get url(): string {
    return this.#url;
  }

  get method(): string {
    return this.#init.method ?? 'GET';
  }

  /** A policy may also change these in place. */
  get headers(): Headers {
    this.#headers ??= new Headers(this.#init.headers);
    return this.#headers;
  }

  /** The headers as a record, which costs less than `headers`. */
  get headerRecord(): HeaderRecord {
    return this.#headers ? Object.fromEntries(this.#headers) : (this.#init.headers ?? {});
  }

  get body(): BodyInit | null {
    return this.#init.body ?? null;
  }

  /** The time for this request: the call's, or an attempt's within it. */
  get deadline(): Deadline {
    return this.#init.deadline ?? this.call.deadline;
  }

  /** Aborts when the response is not needed any more. */
  get signal(): AbortSignal {
    return this.deadline.signal;
  }

  /** The credentials that were added, where they expire. */
  get credentials(): Credentials | undefined {
    return this.#init.credentials;
  }

  /** `high` where other calls wait for this one. */
  get priority(): 'normal' | 'high' {
    return this.call.priority;
  }

  /** The call that this is an attempt of. */
  get call(): CallContext {
    return this.#init.call;
  }

  /** The path for people: the template where the operation is known, else that of the URL; never the query. */
  get path(): string {
    return this.call.line.path;
  }

  /** A copy with some parts replaced. An undefined URL, headers or body stays; a body of null removes it. */
  with(changes: HttpRequestChanges): HttpRequest {
    const { url = this.#url, headers = this.headerRecord, body = this.body } = changes;
    const record = headers instanceof Headers ? Object.fromEntries(headers) : headers;
    return new HttpRequest(url, { ...this.#init, call: this.call, ...changes, headers: record, body });
  }

  /** A copy with these headers set. */
  withHeaders(headers: Readonly<Record<string, string>>): HttpRequest {
    const record: Record<string, string> = { ...this.headerRecord };
    for (const name of Object.keys(headers)) record[name.toLowerCase()] = headers[name] as string;
    return this.with({ headers: record });
  }
}
