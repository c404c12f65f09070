/** The place of a value in a body: the names of the properties, or the indexes, on the way to it. Empty if it is the whole body. */
export type Place = readonly string[];

/** Where a vendor's error responses say why, generated from the spec's `x-errors`. */
export interface ErrorPointers {
  /** Places of the sentence for people, or of a list of them. The first that finds text counts. @default none */
  readonly message?: readonly Place[] | undefined;
  /** Places of the vendor's code of the error. The first that finds text or a number counts. @default none */
  readonly code?: readonly Place[] | undefined;
  /** Name of the response header with the vendor's id of the request. @default one of four usual names */
  readonly requestId?: string | undefined;
}

/** What a vendor says about a refused request. Undefined parts are absent from its response. */
export interface Problem {
  readonly message: string | undefined;
  readonly code: string | undefined;
  readonly requestId: string | undefined;
}

const maxLength = 200;
const usualNames = ['X-Request-Id', 'Request-Id', 'X-Correlation-Id', 'X-Amzn-RequestId'];

/** Reads what the vendor says: as one line of at most 200 characters, and without secrets. */
export function readProblem(
  { headers }: Response,
  body: unknown,
  pointers: ErrorPointers = Object.create(null),
  secrets: readonly string[] = [],
): Problem {
  const { message, code, requestId } = pointers;
  const read = (places: readonly Place[] = []) =>
    places.map((place) => toLine(readPlace(body, place), secrets)).find(Boolean);
  return { message: read(message), code: read(code), requestId: readRequestId(headers, secrets, requestId) };
}

/**
 * Reads the vendor's id of the request; undefined if there is none.
 *
 * @param name Name of its header. @default one of four usual names
 */
export function readRequestId(headers: Headers, secrets: readonly string[], name?: string): string | undefined {
  for (const each of name ? [name] : usualNames) {
    const id = headers.get(each);
    if (id) return toLine(id, secrets);
  }
  return undefined;
}

/** Reads the value at a place; undefined if there is none. Inherited properties are not read. */
export function readPlace(value: unknown, place: Place): unknown {
  return place.reduce((each, name) => Object.getOwnPropertyDescriptor(Object(each), name)?.value, value);
}

/** Makes one line of a text, a number or a list of them; empty if it is something else. */
function toLine(value: unknown, secrets: readonly string[]): string {
  const text = (Array.isArray(value) ? value : [value])
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('; ');
  // Before the secrets are replaced, which an invisible character could hide.
  let line = clean(text);
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    // A shorter text would be found in many words.
    if (secret.length < 4) continue;
    for (const form of [secret, encodeURIComponent(secret)]) line = line.split(form).join('[redacted]');
  }
  // Not within a surrogate pair.
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** Removes invisible characters, which can reverse or split a line of a log (Unicode TR #9, TR #36). */
function clean(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: not all platforms have \p{Cc}.
      .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
      .replace(/[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufff9-\ufffb]|\udb40[\udc00-\udfff]/g, '')
      .trim()
  );
}
