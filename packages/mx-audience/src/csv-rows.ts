// @ts-expect-error: its types would bring those of Node into this package.
import Papa from 'papaparse';
import { decodeText } from './decode-text.ts';
import { RowEnds } from './row-ends.ts';

/** Makes the errors of a body that is not complete, valid CSV. */
export interface CsvErrors {
  /** The error of a body that ends inside a row or a character. */
  readonly truncated: (cause: Error) => unknown;
  /** The error of a body that is not CSV, or not text of its charset. `problem` names the row, counted from 1. */
  readonly malformed: (problem: string) => unknown;
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
 * Reads CSV (RFC 4180) as its bytes arrive. Yields the rows that each chunk completes, with one chunk in memory at a time. A byte order
 * mark overrides the charset.
 *
 * Papa Parse finds rows and fields. It gets each character once, because it would read an incomplete row again from its start.
 */
export async function* readCsvRows(
  body: AsyncIterable<Uint8Array>,
  charset: string,
  { truncated, malformed }: CsvErrors,
): AsyncGenerator<string[][], void, undefined> {
  let text = '';
  let start = 0;
  let problem: string | undefined;
  let rows: string[][] = [];
  let count = 0;
  const step = ({ data: [row], errors, meta: { cursor } }: Step) => {
    const length = cursor - start;
    if (errors.length > 0) problem ??= undoubledQuote;
    if (length > maxRowLength) problem ??= tooLong;
    const fields = trimLineBreak(row, text, start, cursor);
    if (!problem && !isEmptyLine(fields, length)) rows.push(fields);
    start = cursor;
  };
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n', step });
  const parse = (complete: string): string[][] => {
    text = complete;
    start = 0;
    rows = [];
    parser.parse(text, 0, true);
    if (start < text.length) problem ??= undoubledQuote;
    count += rows.length;
    return rows;
  };
  const invalid = (problem: string) => malformed(`Row ${count + 1}: ${problem}`);

  const ends = new RowEnds();
  let pending = '';
  for await (const chunk of decodeText(body, charset, { truncated, invalid })) {
    pending += chunk;
    const end = ends.findLast(chunk);
    if (end > 0) {
      yield parse(pending.slice(0, pending.length - chunk.length + end));
      pending = chunk.slice(end);
    }
    if (pending.length > maxRowLength) problem ??= tooLong;
    if (problem) throw invalid(problem);
  }
  if (ends.isQuoted) throw truncated(new Error('The body ended inside a row.'));
  // The last row may have no line break (RFC 4180 §2.2).
  if (pending) yield parse(`${pending}\n`);
  if (problem) throw invalid(problem);
}

const undoubledQuote = 'a quote inside a quoted field is not doubled.';
const tooLong = `it is longer than ${maxRowLength.toLocaleString('en')} characters.`;

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
