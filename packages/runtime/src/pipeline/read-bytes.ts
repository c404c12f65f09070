/** Bytes in memory: `Uint8Array<ArrayBuffer>` from TypeScript 5.7 on, and `Uint8Array`, which is not generic, before. */
export type Bytes = ReturnType<typeof Uint8Array.of>;

/** Default of `maxResponseBytes`: 256 MiB. */
export const defaultMaxResponseBytes = 268_435_456;

/** Thrown if a body is longer than its limit. */
export const BodyTooLong: unique symbol = Symbol('BodyTooLong');

/**
 * Reads a body to its end.
 *
 * @param next Reads the next chunk.
 * @param limit Maximum length in bytes.
 * @throws {BodyTooLong} As soon as the body is longer. The caller must stop the rest of it.
 */
export async function readBytes(
  next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: Bytes | undefined }>,
  limit: number,
): Promise<Bytes> {
  const chunks: Bytes[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await next();
    if (done || !value) return joinBytes(chunks, length);
    length += value.length;
    if (length > limit) throw BodyTooLong;
    chunks.push(value);
  }
}

/** Joins chunks. In most cases there is only one. */
export function joinBytes(chunks: readonly Bytes[], length: number): Bytes {
  const [first = new Uint8Array()] = chunks;
  if (chunks.length < 2) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
