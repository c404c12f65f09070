/** Bytes that show where one is missing, doubled or changed. */
export function pattern(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => index % 251);
}

/** Whether bytes are those of `pattern`. */
export function isPattern(bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => byte === index % 251);
}

/** A stream that makes each chunk when it is read. */
export interface CountedStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Number of chunks made so far. */
  readonly made: () => number;
  /** Resolves when the stream is cancelled. */
  readonly cancelled: Promise<void>;
}

/** Makes a stream of chunks that continue one `pattern`. */
export function countedStream(count: number, length = 251 * 400): CountedStream {
  let made = 0;
  let cancel = () => {};
  const cancelled = new Promise<void>((resolve) => {
    cancel = resolve;
  });
  const chunk = pattern(length);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A stream that never waits would block an abort.
        await new Promise((resolve) => setTimeout(resolve));
        if (made++ < count) controller.enqueue(chunk.slice());
        else controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return { stream, made: () => made, cancelled };
}
