import type { Bytes } from '../read-bytes.ts';

type Source = AsyncIterable<Bytes>;

/** The used parts of `node:zlib` and `node:stream`; this package does not depend on the types of Node. */
interface Zlib {
  readonly constants: { readonly Z_SYNC_FLUSH: number; readonly BROTLI_OPERATION_FLUSH: number };
  createGunzip(options: object): Source;
  createInflate(options: object): Source;
  createInflateRaw(options: object): Source;
  createBrotliDecompress(options: object): Source;
  /** Since Node 22.15. */
  createZstdDecompress?(): Source;
}
interface Streams {
  pipeline(source: Source, target: Source, callback: () => void): Source;
}
declare const process: {
  getBuiltinModule(name: 'node:zlib'): Zlib;
  getBuiltinModule(name: 'node:stream'): Streams;
};

/** Maximum number of codings of one body. */
const maxCodings = 5;

/** The codings of a body, the last first; none if Node's `fetch` would not decode it. */
export function contentCodings(header: string): readonly string[] {
  const codings = header.toLowerCase().split(/\s*,\s*/);
  const known = codings.filter((coding) => coding !== '' && coding !== 'identity').reverse();
  // Same limit as Node's `fetch`: each coding may multiply the memory of a body.
  if (known.length > maxCodings) throw new TypeError(`The response has more than ${maxCodings} content codings.`);
  const { createZstdDecompress } = process.getBuiltinModule('node:zlib');
  const all = known.every(
    (coding) => /^((x-)?gzip|deflate|br)$/.test(coding) || (coding === 'zstd' && createZstdDecompress),
  );
  return all ? known : [];
}

/** Decodes a body (RFC 9110 §8.4). */
export function decode(body: Source, codings: readonly string[]): Source {
  return codings.reduce(decodeOne, body);
}

async function* decodeOne(body: Source, coding: string): AsyncGenerator<Bytes, void, undefined> {
  const chunks = body[Symbol.asyncIterator]();
  const first = await chunks.next();
  // Servers send empty bodies with any coding.
  if (first.done) return;
  async function* whole() {
    yield first.value as Bytes;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  // The iteration throws the error that the callback receives.
  yield* process.getBuiltinModule('node:stream').pipeline(whole(), decoderOf(coding, first.value), () => {});
}

function decoderOf(coding: string, first: Bytes): Source {
  const zlib = process.getBuiltinModule('node:zlib');
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  if (coding === 'br') return zlib.createBrotliDecompress({ flush: BROTLI_OPERATION_FLUSH });
  if (coding === 'zstd') return (zlib.createZstdDecompress as () => Source)();
  if (coding !== 'deflate') return zlib.createGunzip({ flush: Z_SYNC_FLUSH });
  // Some servers send deflate without the frame of RFC 1950, whose first byte ends in 8.
  const isFramed = ((first[0] ?? 0) & 0x0f) === 8;
  return isFramed ? zlib.createInflate({ flush: Z_SYNC_FLUSH }) : zlib.createInflateRaw({ flush: Z_SYNC_FLUSH });
}
