type Bytes = Uint8Array<ArrayBuffer>;

/** Content codings whose name for a `DecompressionStream` is another. */
const formats: Readonly<Record<string, string>> = { 'x-gzip': 'gzip', br: 'brotli' };

/** TypeScript does not know of `from`, which Node has had since 20.6. */
const readable = ReadableStream as unknown as { from(source: AsyncIterable<Bytes>): ReadableStream<Bytes> };

/** Undoes the content codings, the last first; what the platform has no decoder for fails when it is read. */
export async function* decode(body: AsyncIterable<Bytes>, codings: string): AsyncGenerator<Bytes> {
  let stream = readable.from(body);
  for (const coding of codings
    .toLowerCase()
    .split(/\s*,\s*/)
    .reverse()) {
    if (coding === 'identity') continue;
    stream = stream.pipeThrough(new DecompressionStream((formats[coding] ?? coding) as CompressionFormat));
  }
  yield* stream;
}
