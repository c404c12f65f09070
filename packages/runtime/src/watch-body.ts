const readers = ['text', 'json', 'arrayBuffer', 'blob', 'bytes', 'formData'] as const;

/** What to do when the body of a response comes to its end. */
export interface BodyEnd {
  /** Called once: the body was read, failed or was cancelled, or there was none. */
  ended: () => void;
  /** Rejects when reading must end, whether the body heeds that or not. */
  stopped: Promise<never>;
  /** The error to raise in place of the one that reading raised. */
  failed: (cause: unknown) => unknown;
}

/**
 * Tells when the body of a response has ended, and lets its errors be renamed, without copying the body.
 *
 * The readers of this one response are wrapped: a new `Response` over a piped stream would cost every call more than the
 * rest of the client does.
 */
export function watchBody(response: Response, end: BodyEnd): Response {
  const { ended, stopped, failed } = end;
  const { body } = response;
  // openapi-fetch does not read a body of this length.
  if (!body || response.headers.get('Content-Length') === '0') {
    ended();
    return response;
  }
  const settle = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await Promise.race([reading, stopped]);
    } catch (cause) {
      // Text that is no JSON did arrive.
      throw cause instanceof SyntaxError ? cause : failed(cause);
    } finally {
      ended();
    }
  };
  for (const name of readers) {
    const read = response[name] as (() => Promise<unknown>) | undefined;
    if (read) Object.defineProperty(response, name, { configurable: true, value: () => settle(read.call(response)) });
  }
  let stream: ReadableStream<Uint8Array> | undefined;
  Object.defineProperty(response, 'body', { configurable: true, get: () => (stream ??= watchStream(body, end)) });
  return response;
}

function watchStream(
  body: ReadableStream<Uint8Array>,
  { ended, stopped, failed }: BodyEnd,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
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
