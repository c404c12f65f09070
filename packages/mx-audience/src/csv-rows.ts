// @ts-expect-error: its types would bring those of Node into this package.
import Papa from 'papaparse';

/** Makes the errors of a body that is not complete, valid CSV. */
export interface CsvErrors {
  /** The error of a body that ends inside a row. */
  readonly truncated: (cause: Error) => unknown;
  /** The error of a body with invalid quotes, after which the ends of rows are not certain. */
  readonly malformed: () => Promise<unknown>;
}

/** Papa Parse's result for one row. */
interface Step {
  readonly data: readonly [string[]];
  readonly errors: readonly unknown[];
  /** `cursor` is the end of the row, including its line break. */
  readonly meta: { readonly cursor: number };
}

/** Maximum length of a row in characters. Without it, a quote that is never closed would buffer the whole body. */
const maxRowLength = 1_048_576;

/**
 * Reads CSV in UTF-8 (RFC 4180) as its bytes arrive. Yields the rows that each chunk completes, with one chunk in memory at a time.
 *
 * Papa Parse finds rows and fields. This function keeps the incomplete row at the end of a chunk for the next chunk.
 */
export async function* readCsvRows(
  body: AsyncIterable<Uint8Array>,
  { truncated, malformed }: CsvErrors,
): AsyncGenerator<string[][], void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let start = 0;
  let isMalformed = false;
  let rows: string[][] = [];
  const step = ({ data: [row], errors, meta: { cursor } }: Step) => {
    isMalformed ||= errors.length > 0;
    const fields = trimLineBreak(row, text, start, cursor);
    if (!isMalformed && !isEmptyLine(fields, cursor - start)) rows.push(fields);
    start = cursor;
  };
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n', step });
  const parse = (more: string): string[][] => {
    text += more;
    start = 0;
    rows = [];
    parser.parse(text, 0, true);
    text = text.slice(start);
    return rows;
  };

  for await (const bytes of body) {
    yield parse(decoder.decode(bytes, { stream: true }));
    if (isMalformed || text.length > maxRowLength) throw await malformed();
  }
  // The last row may have no line break (RFC 4180 §2.2), but the last character must be complete.
  yield parse(decoder.decode() || '\n');
  if (isMalformed) throw await malformed();
  if (text) throw truncated(new Error('The body ended inside a row.'));
}

/** Removes the CR of a CRLF from the last field. A CR in quotes belongs to the field. */
function trimLineBreak(row: string[], text: string, start: number, end: number): string[] {
  const last = row.at(-1) ?? '';
  if (!last.endsWith('\r')) return row;
  const unquoted = end - start === last.length + 1 || text.endsWith(`,${last}\n`, end);
  return unquoted ? [...row.slice(0, -1), last.slice(0, -1)] : row;
}

/** Whether a line consists only of its line break. A line with `""` has an empty field. */
function isEmptyLine(row: string[], length: number): boolean {
  return row.length === 1 && row[0] === '' && length <= 2;
}
