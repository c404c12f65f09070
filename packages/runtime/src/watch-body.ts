/** What to do when the body of a response comes to its end. */
export interface BodyEnd {
  /** Called when the body was read, failed or was cancelled, or there was none. */
  ended: () => void;
  /** Rejects when reading must end, whether the body heeds that or not. */
  stopped: Promise<never>;
  /** The error to raise in place of the one that reading raised. */
  failed: (cause: unknown) => unknown;
}

/** Tells when the body of a response has ended, and lets its errors be renamed, without copying the body. */
export function watchBody(response: Response, end: BodyEnd): Response {
  const { status, headers } = response;
  // Nobody reads what cannot be there; openapi-fetch takes this length for its word.
  if (status === 204 || status === 205 || status === 304 || headers.get('Content-Length') === '0') {
    end.ended();
    return response;
  }
  WatchedResponse ??= defineWatchedResponse();
  return new WatchedResponse(response, end);
}

let WatchedResponse: ReturnType<typeof defineWatchedResponse> | undefined;

/**
 * Defines a response that hands everything on to another: with the first call, since Node loads its whole `fetch` as soon as
 * `Response` is named, and an import should not.
 *
 * A class, since new properties on each response would cost a call more than the rest of the client does.
 */
const defineWatchedResponse = () =>
  class extends Response {
    readonly #response: Response;
    readonly #end: BodyEnd;
    #stream: ReadableStream<Uint8Array<ArrayBuffer>> | undefined;

    constructor(response: Response, end: BodyEnd) {
      super();
      this.#response = response;
      this.#end = end;
    }

    override get status(): number {
      return this.#response.status;
    }

    override get ok(): boolean {
      return this.#response.ok;
    }

    override get statusText(): string {
      return this.#response.statusText;
    }

    override get url(): string {
      return this.#response.url;
    }

    override get type(): ResponseType {
      return this.#response.type;
    }

    override get redirected(): boolean {
      return this.#response.redirected;
    }

    override get headers(): Headers {
      return this.#response.headers;
    }

    override get bodyUsed(): boolean {
      return this.#response.bodyUsed;
    }

    override get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
      const { body } = this.#response;
      if (!body) return null;
      this.#stream ??= watchStream(body, this.#end);
      return this.#stream;
    }

    override clone(): Response {
      return this.#response.clone();
    }

    override text(): Promise<string> {
      return this.#settle(this.#response.text());
    }

    override json(): Promise<unknown> {
      return this.#settle(this.#response.json());
    }

    override arrayBuffer(): Promise<ArrayBuffer> {
      return this.#settle(this.#response.arrayBuffer());
    }

    override blob(): Promise<Blob> {
      return this.#settle(this.#response.blob());
    }

    override bytes(): Promise<Uint8Array<ArrayBuffer>> {
      return this.#settle(this.#response.bytes());
    }

    override formData(): Promise<FormData> {
      return this.#settle(this.#response.formData());
    }

    async #settle<T>(reading: Promise<T>): Promise<T> {
      const { ended, stopped, failed } = this.#end;
      try {
        return await Promise.race([reading, stopped]);
      } catch (cause) {
        // Text that is no JSON did arrive.
        throw cause instanceof SyntaxError ? cause : failed(cause);
      } finally {
        ended();
      }
    }
  };

function watchStream<Chunk>(body: ReadableStream<Chunk>, { ended, stopped, failed }: BodyEnd): ReadableStream<Chunk> {
  let reader: ReadableStreamDefaultReader<Chunk> | undefined;
  return new ReadableStream<Chunk>(
    {
      start(controller) {
        stopped.catch((reason) => controller.error(reason));
      },
      async pull(controller) {
        reader ??= body.getReader();
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          controller.close();
          ended();
        } catch (cause) {
          controller.error(failed(cause));
          ended();
        }
      },
      cancel(reason) {
        ended();
        return reader ? reader.cancel(reason) : body.cancel(reason);
      },
    },
    // Nothing is read, and the body not locked, before somebody asks.
    { highWaterMark: 0 },
  );
}
