import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';

/** A response with a content coding (RFC 9110 §8.4.1). */
interface CodedResponse {
  readonly coding: string;
  readonly body: Uint8Array;
  /** @default 200 */
  readonly status?: number;
}

const text = JSON.stringify({ text: 'Grüße ✓ '.repeat(2000) });
const bytes = Buffer.from(text);
const [first, second] = [bytes.subarray(0, 9999), bytes.subarray(9999)];
const empty = new Uint8Array();

/** Responses by the last segment of their path. */
export const codedResponses: Readonly<Record<string, CodedResponse>> = {
  gzip: { coding: 'gzip', body: gzipSync(bytes) },
  'gzip-with-two-members': { coding: 'gzip', body: Buffer.concat([gzipSync(first), gzipSync(second)]) },
  'gzip-empty': { coding: 'gzip', body: empty },
  'gzip-empty-502': { coding: 'gzip', body: empty, status: 502 },
  'gzip-of-empty-body': { coding: 'gzip', body: gzipSync(empty) },
  'gzip-500': { coding: 'gzip', body: gzipSync(bytes), status: 500 },
  'gzip-malformed': { coding: 'gzip', body: bytes },
  'gzip-in-capitals': { coding: 'GZIP', body: gzipSync(bytes) },
  'x-gzip': { coding: 'x-gzip', body: gzipSync(bytes) },
  'deflate-with-zlib-frame': { coding: 'deflate', body: deflateSync(bytes) },
  'deflate-without-frame': { coding: 'deflate', body: deflateRawSync(bytes) },
  'deflate-empty': { coding: 'deflate', body: empty },
  br: { coding: 'br', body: brotliCompressSync(bytes) },
  'br-empty': { coding: 'br', body: empty },
  zstd: { coding: 'zstd', body: zstdCompressSync(bytes) },
  'gzip-then-br': { coding: 'gzip, br', body: brotliCompressSync(gzipSync(bytes)) },
  identity: { coding: 'identity', body: bytes },
  unknown: { coding: 'utf-8', body: bytes },
  'unknown-then-gzip': { coding: 'utf-8, gzip', body: gzipSync(bytes) },
};
