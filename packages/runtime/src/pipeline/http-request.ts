import type { Deadline } from '../time/deadline.ts';
import type { CallContext } from './call-context.ts';
import { ownCopy } from './own-value.ts';

/** Headers by their lower-case names. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** `BodyInit`, which the types of Node do not name. */
export type RequestBody = NonNullable<RequestInit['body']>;

/** Credentials that expire. */
export interface Credentials {
  /** Time of expiry, by the clock's `now()`. */
  readonly expiresAt: number;
}

/** The parts of a request. Each is an own property, so that none is read from a polluted `Object.prototype`. */
export interface HttpRequestInit {
  readonly call: CallContext;
  readonly method?: string | undefined;
  readonly headers?: HeaderRecord | undefined;
  readonly body?: RequestBody | null | undefined;
  readonly deadline?: Deadline | undefined;
  readonly credentials?: Credentials | undefined;
}

/** The parts of a request that a policy may change. */
export interface HttpRequestChanges extends Omit<HttpRequestInit, 'call' | 'method' | 'headers'> {
  readonly url?: string | undefined;
  readonly headers?: Headers | HeaderRecord | undefined;
}

/**
 * The request of an attempt. It can be sent again, because its body is never consumed.
 *
 * Its fields are private with getters, so that a log of a request contains neither headers nor body.
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

  get body(): RequestBody | null {
    return this.#init.body ?? null;
  }

  /** The deadline of the attempt, or of the call outside the `timeout` policy. */
  get deadline(): Deadline {
    return this.#init.deadline ?? this.call.deadline;
  }

  /** Aborts when the deadline expires, or when the caller aborts the call. */
  get signal(): AbortSignal {
    return this.deadline.signal;
  }

  /** The credentials of the request, if they expire. */
  get credentials(): Credentials | undefined {
    return this.#init.credentials;
  }

  /** `high` if other calls wait for this one. */
  get priority(): 'normal' | 'high' {
    return this.call.priority;
  }

  /** The call of this attempt. */
  get call(): CallContext {
    return this.#init.call;
  }

  /** The path template of the operation; for a request by `client.api`, the path of its URL. Never the query. */
  get path(): string {
    return this.call.line.path;
  }

  /** Makes a copy with some parts replaced. A URL, headers or body of `undefined` stays. A body of `null` is removed. */
  with(given: HttpRequestChanges): HttpRequest {
    const changes = ownCopy(given);
    const { url = this.#url, headers = this.headerRecord, body = this.body } = changes;
    const { deadline = this.#init.deadline, credentials = this.#init.credentials } = changes;
    const record = headers instanceof Headers ? Object.fromEntries(headers) : headers;
    return new HttpRequest(url, { call: this.call, method: this.method, headers: record, body, deadline, credentials });
  }

  /** Makes a copy with these headers set. */
  withHeaders(headers: Readonly<Record<string, string>>): HttpRequest {
    const record: Record<string, string> = { ...this.headerRecord };
    for (const name of Object.keys(headers)) record[name.toLowerCase()] = headers[name] as string;
    return this.with({ headers: record });
  }
}

/** Whether a request can be sent again: a stream, or an iterable that some platforms take for one, can be read only once. */
export function isReplayable({ body }: HttpRequest): boolean {
  return typeof body !== 'object' || body === null || !('getReader' in body || Symbol.asyncIterator in body);
}
