const readers = ['text', 'json', 'arrayBuffer', 'blob', 'bytes', 'formData'] as const;

/** What to do when the body of a response comes to its end. */
export interface BodyEnd {
  /** Called once: the body was read, failed or was cancelled, or there was none. */
  ended: () => void;
  /** The error to raise in place of the one that reading raised. */
  failed: (cause: unknown) => unknown;
}

/**
 * Tells when the body of a response has ended, and lets its errors be renamed, without copying the body.
 *
 * The readers of this one response are wrapped: a new `Response` over a piped stream would cost every call more than the
 * rest of the client does.
 */
export function watchBody(response: Response, { ended, failed }: BodyEnd): Response {
  const { body } = response;
  if (!body) {
    ended();
    return response;
  }
  const settle = async <T>(reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (cause) {
      throw failed(cause);
    } finally {
      ended();
    }
  };
  for (const name of readers) {
    const read = response[name] as (() => Promise<unknown>) | undefined;
    if (read) Object.defineProperty(response, name, { value: () => settle(read.call(response)) });
  }
  let stream: ReadableStream<Uint8Array> | undefined;
  Object.defineProperty(response, 'body', { get: () => (stream ??= watchStream(body, { ended, failed })) });
  return response;
}

function watchStream(body: ReadableStream<Uint8Array>, { ended, failed }: BodyEnd): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
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
