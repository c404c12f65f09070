/** Parts of a `multipart/form-data` body as bytes (HTML standard, "multipart/form-data encoding algorithm"). */

import type { ByteReader, ByteStream } from '../pipeline/dispatch/upload.ts';

/** A part of a `multipart/form-data` body. */
export interface Part {
  readonly name: string;
  readonly data: string | Blob | ByteStream;
  /** Only a file has one. */
  readonly fileName?: string;
  /** The media type; empty for plain text. */
  readonly type: string;
}

type Chunk = Part['data'];

/** Makes a random boundary, so that no content contains it. */
export function createBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `----${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Writes a body: a Blob, which can be sent again, or a stream if a part is a stream. */
export function writeMultipart(parts: readonly Part[], boundary: string): Blob | ReadableStream<Uint8Array> {
  const chunks = parts.flatMap(({ name, data, fileName, type }): Chunk[] => {
    const file = fileName === undefined ? '' : `; filename="${escapeName(fileName)}"`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(withLineEnds(name))}"${file}\r\n`;
    const isPlain = typeof data === 'string' && !type;
    return [head, type && `Content-Type: ${type}\r\n`, '\r\n', isPlain ? withLineEnds(data) : data, '\r\n'];
  });
  chunks.push(`--${boundary}--\r\n`);
  return chunks.some(isStream) ? concatenate(chunks) : new Blob(chunks as BlobPart[]);
}

/** As FormData has them. */
function withLineEnds(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

function escapeName(text: string): string {
  return text.replace(/[\r\n"]/g, encodeURIComponent);
}

function isStream(chunk: Chunk): chunk is ByteStream {
  return typeof chunk === 'object' && 'getReader' in chunk;
}

/** Makes a stream of chunks, which reads them one after the other, and nothing ahead. */
function concatenate(chunks: Chunk[]): ReadableStream<Uint8Array> {
  let reader: ByteReader | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        for (;;) {
          const { done, value } = (await reader?.read()) ?? { done: true };
          if (!done) return controller.enqueue(value);
          reader = undefined;
          const chunk = chunks.shift();
          if (chunk === undefined) return controller.close();
          if (typeof chunk !== 'string') reader = (isStream(chunk) ? chunk : chunk.stream()).getReader();
          else if (chunk) return controller.enqueue(new TextEncoder().encode(chunk));
        }
      },
      async cancel(reason) {
        const streams = [reader, ...chunks.filter(isStream)];
        await Promise.all(streams.map((stream) => stream?.cancel(reason)));
      },
    },
    { highWaterMark: 0 },
  );
}
