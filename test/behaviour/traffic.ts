import type { Policy } from '@plumbline/runtime';

/**
 * What a client waits for. The default transport cannot be wrapped by a `fetch`, so an attempt policy watches it: bodies are
 * read inside the attempt.
 */
export class Traffic {
  /** Requests whose response is not whole yet: attempts, and streams. */
  open = 0;
  /** Reads of a stream that wait for bytes. */
  reads = 0;
  /** Bytes that the readers of streams were given. */
  received = 0;

  readonly watch: Policy = async (request, next) => {
    this.open++;
    try {
      const response = await next(request);
      const { ok, body, status, headers } = response;
      return request.call.streaming && ok && body
        ? new Response(this.#watchStream(body), { status, headers })
        : response;
    } finally {
      this.open--;
    }
  };

  #watchStream(body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
    const reader = body.getReader();
    this.open++;
    const end = () => {
      this.open--;
    };
    reader.closed.then(end, end);
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: async (controller) => {
          this.reads++;
          try {
            const { done, value } = await reader.read();
            if (done) return controller.close();
            this.received += value.length;
            controller.enqueue(value);
          } finally {
            this.reads--;
          }
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    );
  }
}
