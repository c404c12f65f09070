import { ConnectionError } from './connection-error.ts';
import type { PlainRequest } from './plain-request.ts';
import type { TimeLimit } from './time-limit.ts';
import { TimeoutError } from './timeout-error.ts';

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

const readers = /^(text|json|arrayBuffer|blob|bytes|formData)$/;

/**
 * Holds the body of a response within a time, which ends with it, and names what breaks it off.
 *
 * What comes back stands before the response and copies nothing. A subclass or new properties would cost a call more, and a
 * `fetch` that is passed in may answer with anything that looks like a response.
 */
export function watchBody(response: Response, time: TimeLimit, request: PlainRequest): Response {
  const { status, headers } = response;
  // Nobody reads what cannot be there; openapi-fetch takes this length for its word.
  if (status === 204 || status === 205 || status === 304 || headers.get('Content-Length') === '0') {
    time.end();
    return response;
  }
  return new Proxy(response, new Watch(time, request));
}

class Watch implements ProxyHandler<Response> {
  readonly #time: TimeLimit;
  readonly #request: PlainRequest;
  #source: Body | undefined;
  #stream: Body | undefined;

  constructor(time: TimeLimit, request: PlainRequest) {
    this.#time = time;
    this.#request = request;
  }

  get(response: Response, name: string | symbol): unknown {
    const value = Reflect.get(response, name, response);
    if (name === 'body' && value) return this.#streamOf(value as Body);
    if (typeof value !== 'function') return value;
    return readers.test(String(name)) ? () => this.#settle(value.call(response)) : value.bind(response);
  }

  async #settle<T>(reading: Promise<T>): Promise<T> {
    try {
      return await this.#time.race(reading);
    } catch (cause) {
      // Text that is no JSON did arrive.
      throw cause instanceof SyntaxError ? cause : this.#failure(cause);
    } finally {
      this.#time.end();
    }
  }

  /** Why the body broke off: the time or the abort that ended it, else the connection. */
  #failure(cause: unknown): unknown {
    const { signal } = this.#time;
    if (signal.aborted) return signal.reason;
    const named = cause instanceof TimeoutError || cause instanceof ConnectionError;
    return named ? cause : new ConnectionError(this.#request, cause);
  }

  /** One stream for a body, however often it is asked for. */
  #streamOf(source: Body): Body | undefined {
    if (source !== this.#source) this.#stream = this.#watch(source);
    this.#source = source;
    return this.#stream;
  }

  #watch(source: Body): Body {
    let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
    return new ReadableStream(
      {
        start: (controller) => this.#time.onStop((reason) => controller.error(reason)),
        pull: async (controller) => {
          reader ??= source.getReader();
          try {
            const { done, value } = await reader.read();
            if (!done) return controller.enqueue(value);
            controller.close();
          } catch (cause) {
            controller.error(this.#failure(cause));
          }
          this.#time.end();
        },
        cancel: (reason) => {
          this.#time.end();
          return (reader ?? source).cancel(reason);
        },
      },
      // Nothing is read, and the body not locked, before somebody asks.
      { highWaterMark: 0 },
    );
  }
}
