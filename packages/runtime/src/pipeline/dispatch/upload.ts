/** A stream of bytes to send. That of the platform is one, and that of `node:stream/web`, whose types differ. */
export interface ByteStream {
  readonly locked: boolean;
  getReader(): ByteReader;
  cancel(reason?: unknown): Promise<void>;
}

/** Reads a {@link ByteStream}. */
export interface ByteReader {
  read(): Promise<
    { readonly done: false; readonly value: Uint8Array } | { readonly done: true; readonly value?: unknown }
  >;
  cancel(reason?: unknown): Promise<void>;
}

/** Key of the function that ends an upload. One symbol for every copy of this package. */
export const stopUpload: unique symbol = Symbol.for('@plumbline/stop-upload');

/** A stream as the body of a request, which a transport over a dispatcher can end. */
export interface Upload extends ReadableStream<Uint8Array> {
  /** Ends the upload with a failure, so that no server takes what was sent for the whole, and cancels the stream. */
  readonly [stopUpload]?: (reason?: unknown) => void;
}

/**
 * Makes an upload of a stream, which is not locked before the first read. Node's own `fetch` reads the stream of an aborted request to its
 * end, and does not stop when the response is complete before the request.
 */
export function createUpload(source: ByteStream): Upload {
  let reader: ByteReader | undefined;
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const cancel = (reason?: unknown) => (reader ?? source).cancel(reason);
  const upload = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
      },
      async pull() {
        reader ??= source.getReader();
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  const stop = (reason?: unknown) => {
    controller.error(new TypeError('The upload ended before its stream.'));
    // Don't await: cancel() may never settle and its result is not needed.
    cancel(reason).catch(() => {});
  };
  return Object.assign(upload, { [stopUpload]: stop });
}
