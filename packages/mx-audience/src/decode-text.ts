/** Makes the errors of a body that cannot be decoded. */
export interface DecodeErrors {
  /** The error of a body that ends inside a character. */
  readonly truncated: (cause: Error) => unknown;
  /** The error of a body that is not text of its charset. */
  readonly invalid: (problem: string) => unknown;
}

/** The byte order marks. A mark is more reliable than a label, which a server may add to every file. */
const marks = [
  { charset: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { charset: 'utf-16le', bytes: [0xff, 0xfe] },
  { charset: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Decodes a body as its bytes arrive: by its byte order mark, or else by the charset of its label. Throws after the text before the
 * first invalid bytes. NUL is invalid too: CSV has none, but UTF-16 read as another charset is full of it.
 *
 * @see https://encoding.spec.whatwg.org/#decode
 */
export async function* decodeText(
  body: AsyncIterable<Uint8Array>,
  label: string,
  { truncated, invalid }: DecodeErrors,
): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  // Stays behind at the start of the current chunk, because a decoder that throws loses the valid text before.
  let spare: TextDecoder | undefined;
  for await (const chunk of joinMark(body)) {
    let bytes = chunk;
    if (!decoder || !spare) {
      const mark = marks.find((mark) => mark.bytes.every((byte, index) => byte === chunk[index]));
      const charset = mark?.charset ?? label;
      try {
        [decoder, spare] = [createDecoder(charset), createDecoder(charset)];
      } catch {
        throw invalid(`its charset "${charset}" is unknown.`);
      }
      bytes = chunk.subarray(mark?.bytes.length ?? 0);
    }
    let text: string;
    let problem: string | undefined;
    try {
      text = decoder.decode(bytes, { stream: true });
    } catch {
      text = decodeValid(spare, bytes);
      problem = `it has bytes that are not ${spare.encoding}.`;
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) {
      text = text.slice(0, nul);
      problem = 'it has a NUL character. UTF-16 needs a byte order mark, or a charset in Content-Type.';
    }
    yield text;
    if (problem) throw invalid(problem);
    spare.decode(bytes, { stream: true });
  }
  try {
    decoder?.decode();
  } catch (cause) {
    throw truncated(cause as Error);
  }
}

const createDecoder = (charset: string) => new TextDecoder(charset, { fatal: true, ignoreBOM: true });

/** Decodes bytes up to the first invalid one. */
function decodeValid(decoder: TextDecoder, bytes: Uint8Array): string {
  let text = '';
  try {
    for (const byte of bytes) text += decoder.decode(Uint8Array.of(byte), { stream: true });
  } catch {
    // The caller throws.
  }
  return text;
}

/** Joins the first chunks of a body while they may be the start of a byte order mark. */
async function* joinMark(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const bytes of body) {
    let chunk = bytes;
    if (start) {
      chunk = new Uint8Array(start.length + bytes.length);
      chunk.set(start);
      chunk.set(bytes, start.length);
      start = mayBecomeMark(chunk) ? chunk : undefined;
    }
    if (!start) yield chunk;
  }
  if (start?.length) yield start;
}

function mayBecomeMark(start: Uint8Array): boolean {
  return marks.some(({ bytes }) => start.length < bytes.length && start.every((byte, index) => byte === bytes[index]));
}
