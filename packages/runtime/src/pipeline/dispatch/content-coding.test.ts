import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.ts';
import { contentCodings, decode } from './content-coding.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const text = 'abc🦉'.repeat(10_000);
const encode = (value: string): Bytes => new TextEncoder().encode(value);

/** Yields a body in chunks of some bytes. */
async function* chunksOf(body: Uint8Array, size = body.length): AsyncGenerator<Bytes> {
  for (let offset = 0; offset < body.length; offset += size) yield new Uint8Array(body.subarray(offset, offset + size));
}
/** Bytes that do not compress, so that each part of the body is needed. */
function incompressible(length: number): Bytes {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
async function read(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const { zstdCompressSync } = zlib as { zstdCompressSync?: (input: Uint8Array) => Buffer };
const codings: [string, (input: Uint8Array) => Buffer][] = [
  ['gzip', zlib.gzipSync],
  ['x-gzip', zlib.gzipSync],
  ['deflate', zlib.deflateSync],
  ['br', zlib.brotliCompressSync],
  ...(zstdCompressSync ? [['zstd', zstdCompressSync] as [string, typeof zstdCompressSync]] : []),
];

describe('contentCodings', () => {
  const of = (value: string) => contentCodings(value);

  it.each([
    ['gzip', ['gzip']],
    ['GZIP', ['gzip']],
    ['deflate,br', ['br', 'deflate']],
    ['x-gzip ,\t gzip', ['gzip', 'x-gzip']],
    ['identity', []],
    ['identity, gzip', ['gzip']],
    ['', []],
  ])('contentCodings of %j are %j, the last first', (value, expected) => {
    expect(of(value)).toEqual(expected);
  });

  it.each([['compress'], ['gzip, compress'], ['snappy, br'], ['gzipped'], ['agzip']])(
    'contentCodings of %j are none, because one of them is unknown',
    (value) => {
      expect(of(value)).toEqual([]);
    },
  );

  it('contentCodings knows zstd if Node does', () => {
    expect(of('zstd')).toEqual(zstdCompressSync ? ['zstd'] : []);
  });

  it('contentCodings of a response without the header are none', () => {
    expect(contentCodings('')).toEqual([]);
  });
});

describe.each(codings)('decode of %s', (coding, compress) => {
  it.each([[1], [7], [1_000_000]])(`decode reads ${coding} in chunks of %d bytes`, async (size) => {
    const body = compress(encode(text));
    expect(await read(decode(chunksOf(body, size), [coding]))).toBe(text);
  });

  it(`decode reads an empty body with the coding ${coding} as empty`, async () => {
    expect(await read(decode(chunksOf(new Uint8Array()), [coding]))).toBe('');
  });

  it(`decode reads ${coding} of an empty body`, async () => {
    expect(await read(decode(chunksOf(compress(new Uint8Array())), [coding]))).toBe('');
  });

  it.each([[0.1], [0.5], [0.9]])(`decode throws if ${coding} is truncated at %d of its length`, async (part) => {
    const body = compress(incompressible(50_000));
    const truncated = body.subarray(0, Math.floor(body.length * part));
    await expect(read(decode(chunksOf(truncated, 1000), [coding]))).rejects.toBeInstanceOf(Error);
  });

  it(`decode throws if the body is not ${coding}`, async () => {
    // Deflate's reserved block type 3, and no magic number of another coding.
    const wrong = new Uint8Array(100).fill(0xff);
    await expect(read(decode(chunksOf(wrong), [coding]))).rejects.toBeInstanceOf(Error);
  });

  it(`decode yields the start of ${coding} before the end has arrived`, async () => {
    const body = compress(incompressible(500_000));
    async function* half(): AsyncGenerator<Bytes> {
      yield* chunksOf(body.subarray(0, body.length / 2));
      await new Promise(() => {});
    }
    const chunks = decode(half(), [coding])[Symbol.asyncIterator]();
    expect((await chunks.next()).value?.length).toBeGreaterThan(0);
  });

  it(`decode of ${coding} throws the error of the body`, async () => {
    const reason = new Error('terminated');
    async function* broken(): AsyncGenerator<Bytes> {
      yield* chunksOf(compress(encode(text)).subarray(0, 20));
      throw reason;
    }
    await expect(read(decode(broken(), [coding]))).rejects.toBe(reason);
  });

  it(`decode of ${coding} ends the body when its reader leaves`, async () => {
    let ended = false;
    async function* source(): AsyncGenerator<Bytes> {
      try {
        yield* chunksOf(compress(incompressible(1_000_000)), 10_000);
      } finally {
        ended = true;
      }
    }
    const chunks = decode(source(), [coding])[Symbol.asyncIterator]();
    await chunks.next();
    await chunks.return?.();
    await new ManualClock().until(() => ended);
  });
});

it('decode reads gzip of several members (RFC 1952 §2.2)', async () => {
  const body = Buffer.concat(['a', 'b', 'c'].map((member) => zlib.gzipSync(member)));
  for (const size of [1, 30, body.length]) expect(await read(decode(chunksOf(body, size), ['gzip']))).toBe('abc');
});

it('decode reads deflate with and without the header of RFC 1950', async () => {
  for (const level of [0, 1, 6, 9]) {
    for (const compress of [zlib.deflateSync, zlib.deflateRawSync]) {
      const body = compress('abc'.repeat(100), { level });
      for (const size of [1, body.length]) {
        expect(await read(decode(chunksOf(body, size), ['deflate']))).toBe('abc'.repeat(100));
      }
    }
  }
});

it.each([
  ['gzip', zlib.createGzip, zlib.constants.Z_SYNC_FLUSH],
  ['deflate', zlib.createDeflate, zlib.constants.Z_SYNC_FLUSH],
  ['deflate', zlib.createDeflateRaw, zlib.constants.Z_SYNC_FLUSH],
  ['br', zlib.createBrotliCompress, zlib.constants.BROTLI_OPERATION_FLUSH],
])('decode yields each piece of %s that the server has flushed', async (coding, createEncoder, flush) => {
  const encoder = createEncoder();
  const pieces = ['first', 'second'];
  async function* flushed(): AsyncGenerator<Bytes> {
    for (const piece of pieces) {
      encoder.write(piece);
      await new Promise<void>((resolve) => encoder.flush(flush, resolve));
      yield new Uint8Array(encoder.read());
    }
    await new Promise(() => {});
  }
  const chunks = decode(flushed(), [coding])[Symbol.asyncIterator]();
  for (const piece of pieces) expect(Buffer.from((await chunks.next()).value ?? []).toString()).toBe(piece);
});

it('decode removes several codings, the last first', async () => {
  const body = zlib.brotliCompressSync(zlib.deflateSync(zlib.gzipSync(text)));
  const headers = new Headers({ 'Content-Encoding': 'gzip, deflate, br' });
  expect(await read(decode(chunksOf(body, 100), contentCodings(headers.get('Content-Encoding') ?? '')))).toBe(text);
});

it('decode returns a body without codings unchanged', () => {
  const body = chunksOf(new Uint8Array(1));
  expect(decode(body, [])).toBe(body);
});
