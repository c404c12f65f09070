import type { Policy } from '@plumbline/runtime';

/**
 * Counts what a client has in flight. It is an attempt policy, because no `fetch` can wrap the default transport. Bodies are read
 * within the attempt.
 */
export class Traffic {
  /** Attempts and streams whose response is not complete. */
  open = 0;
  /** Reads of a stream that wait for bytes. */
  reads = 0;
  /** Bytes that streams have yielded. */
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
