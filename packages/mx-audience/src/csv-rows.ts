// @ts-expect-error: its types would bring those of Node into this package.
import Papa from 'papaparse';

/** What to throw for a body that is not a whole CSV. */
export interface CsvErrors {
  /** For a body that ends inside a row. */
  readonly truncated: (cause: Error) => unknown;
  /** For a body whose quotes are wrong, so that its rows have no certain end. */
  readonly malformed: () => Promise<unknown>;
}

/** What Papa Parse tells of one row. */
interface Step {
  readonly data: readonly [string[]];
  readonly errors: readonly unknown[];
  /** `cursor` is where the row ends, its line break included. */
  readonly meta: { readonly cursor: number };
}

/** Longest row in characters: a quote that is never closed must not make memory grow with the body. */
const maxRowLength = 1_048_576;

/**
 * Reads a CSV in UTF-8 (RFC 4180) as its bytes arrive: the rows that each chunk completes, one chunk in memory at a time.
 *
 * Papa Parse finds rows and fields; what is left here is to keep the part of a row that a chunk ends with for the next one.
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
  // The last row may lack its line break (RFC 4180 §2.2); a character may not lack its other bytes.
  yield parse(decoder.decode() || '\n');
  if (isMalformed) throw await malformed();
  if (text) throw truncated(new Error('The body ended inside a row.'));
}

/** Takes the CR of a CRLF from the last field, unless it belongs to the field: in quotes, it does not end the line. */
function trimLineBreak(row: string[], text: string, start: number, end: number): string[] {
  const last = row.at(-1) ?? '';
  if (!last.endsWith('\r')) return row;
  const unquoted = end - start === last.length + 1 || text.endsWith(`,${last}\n`, end);
  return unquoted ? [...row.slice(0, -1), last.slice(0, -1)] : row;
}

/** Whether a line holds nothing but its end, where `""` would be an empty field. */
function isEmptyLine(row: string[], length: number): boolean {
  return row.length === 1 && row[0] === '' && length <= 2;
}
