// @ts-expect-error: the package has no types.
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from './csv-rows.ts';

const encoder = new TextEncoder();
const errors = {
  truncated: (cause: Error) => new Error('truncated', { cause }),
  malformed: (problem: string) => new Error(problem),
};

function createBody(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const left = chunks.map((chunk) => (typeof chunk === 'string' ? encoder.encode(chunk) : chunk));
  return new ReadableStream({
    pull(controller) {
      const chunk = left.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

/** Runs a task, and counts the characters that the parser receives. */
async function countParsed<Result>(task: () => Promise<Result>) {
  const { Parser } = Papa;
  let parsed = 0;
  Papa.Parser = function CountingParser(options: object) {
    const parser = new Parser(options);
    return {
      parse: (text: string, ...rest: unknown[]) => {
        parsed += text.length;
        return parser.parse(text, ...rest);
      },
    };
  };
  try {
    return { result: await task(), parsed };
  } finally {
    Papa.Parser = Parser;
  }
}

/** The rows that were read, and the message of the error that ended them. */
async function read(...chunks: (string | Uint8Array)[]) {
  const rows: string[][] = [];
  try {
    for await (const chunk of readCsvRows(createBody(...chunks), 'utf-8', errors)) rows.push(...chunk);
  } catch (error) {
    return { rows, error: (error as Error).message };
  }
  return { rows };
}

describe('readCsvRows', () => {
  it.each([
    ['one column', 'a\nb\n', [['a'], ['b']]],
    [
      'several columns',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['rows of different lengths', 'a\nb,c,d\ne,f\n', [['a'], ['b', 'c', 'd'], ['e', 'f']]],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['CRLF and LF in one document', 'a\r\nb\nc\r\n', [['a'], ['b'], ['c']]],
    ['no line break at the end', 'a\r\nb', [['a'], ['b']]],
    ['a CR at the end', 'a\r\nb\r', [['a'], ['b']]],
    ['a byte order mark, which it drops', '\uFEFFa\nb\n', [['a'], ['b']]],
    ['a byte order mark before a quote', '\uFEFF"a,b"\n', [['a,b']]],
    ['a byte order mark elsewhere, which it keeps', 'a\n\uFEFFb\n', [['a'], ['\uFEFFb']]],
    ['commas in quotes', '"a,b",c\n', [['a,b', 'c']]],
    ['quotes in quotes', '"a ""b"" c",""""\n', [['a "b" c', '"']]],
    ['line breaks in quotes', '"a\r\nb","c\nd"\r\n', [['a\r\nb', 'c\nd']]],
    ['a CR in quotes before the end of a line', '"a\r"\r\n"b\r"\n', [['a\r'], ['b\r']]],
    ['a quote and a CR in quotes', '"""\r"\r\nx,"""\r"\r\n', [['"\r'], ['x', '"\r']]],
    ['quotes within a field without quotes', 'a"b,5"\nc\n', [['a"b', '5"'], ['c']]],
    ['empty fields', ',\n"",""\n""\n', [['', ''], ['', ''], ['']]],
    ['empty lines, which it skips', '\n\r\na\n\n\r\n\nb\n\n', [['a'], ['b']]],
    ['an empty body', '', []],
    ['only a byte order mark', '\uFEFF', []],
    ['only line breaks', '\r\n\n', []],
  ])('readCsvRows reads %s', async (_, text, rows) => {
    expect(await read(text)).toEqual({ rows });
  });

  it('readCsvRows reads the same rows for all boundaries of chunks', async () => {
    const text = '\uFEFFid,näme\r\n"a ""q"", é\r\n😀",b\r\n\r\n"",\uFEFF😀\n"x\r"\r\nlast,"""y"""';
    const rows = [['id', 'näme'], ['a "q", é\r\n😀', 'b'], ['', '\uFEFF😀'], ['x\r'], ['last', '"y"']];
    const bytes = encoder.encode(text);
    expect(await read(bytes)).toEqual({ rows });
    expect(await read(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual({ rows });
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const chunks = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
        expect(await read(...chunks), `${first}, ${second}`).toEqual({ rows });
      }
    }
  });

  it('readCsvRows reads random documents of RFC 4180', async () => {
    // A generator with a fixed seed (Lehmer's).
    let seed = 4180;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const several = <T>(most: number, make: () => T) => Array.from({ length: 1 + random(most) }, make);
    const letters = ['a', 'b', ',', '"', '\r', '\n', '\r\n', ' ', 'é', '😀', ''];
    const write = (field: string) => (random(4) && !/[",\r\n]/.test(field) ? field : `"${field.replace(/"/g, '""')}"`);
    for (let document = 0; document < 2000; document++) {
      const rows = several(4, () => several(3, () => several(5, () => letters[random(letters.length)]).join('')));
      const lines = rows.map((row) => (row.join('') ? row.map(write).join(',') : row.map(() => '""').join(',')));
      const bytes = encoder.encode(`\uFEFF${lines.map((line) => line + (random(2) ? '\r\n' : '\n')).join('')}`);
      const middle = random(bytes.length);
      expect(await read(bytes.subarray(0, middle), bytes.subarray(middle)), lines.join('\n')).toEqual({ rows });
    }
  });
});

describe('a body that ends inside a row', () => {
  it.each([
    ['in quotes', 'a\nb\n"c', [['a'], ['b']]],
    ['in quotes, after what looks like a row', 'a\n"b\nc,d\n', [['a']]],
    ['after an opening quote', 'a\n"', [['a']]],
    ['between the two quotes of an escaped quote', 'a\n"b""', [['a']]],
    ['in quotes, in its first row', '"a', []],
  ])('readCsvRows throws after the last complete row if the body ends %s', async (_, text, rows) => {
    expect(await read(text)).toEqual({ rows, error: 'truncated' });
    expect(await read(...Array.from(encoder.encode(text), (byte) => Uint8Array.of(byte)))).toEqual({
      rows,
      error: 'truncated',
    });
  });

  it('readCsvRows throws after the last complete row if the body ends in a character', async () => {
    expect(await read('a\nb', Uint8Array.of(0xc3))).toEqual({ rows: [['a']], error: 'truncated' });
    expect(await read('a\n"b', Uint8Array.of(0xf0, 0x9f))).toEqual({ rows: [['a']], error: 'truncated' });
  });

  it('readCsvRows reads a last row without a line break', async () => {
    expect(await read('a\n"b"')).toEqual({ rows: [['a'], ['b']] });
  });
});

describe('a body with invalid quotes', () => {
  const undoubled = 'a quote inside a quoted field is not doubled.';

  it('readCsvRows throws after the rows before invalid quotes, for all boundaries of chunks', async () => {
    const bytes = encoder.encode('a\nb\n"c"d,e\n"f",g\nh\n');
    for (let end = 0; end <= bytes.length; end++) {
      const chunks = [bytes.subarray(0, end), bytes.subarray(end)];
      expect(await read(...chunks)).toEqual({ rows: [['a'], ['b']], error: `Row 3: ${undoubled}` });
    }
  });

  it.each([
    ['"b"c', 'at the end of the body'],
    ['"b"c\nd\n', 'in a row that is complete'],
    ['"b"c,d\n"e",f\n', 'before a row with quotes'],
    ['"b"c"\nd\n', 'before another quote'],
    ['"b" "c"\n', 'after a space'],
  ])('readCsvRows reports invalid quotes in %j: %s', async (text) => {
    expect(await read(`a\n${text}`)).toEqual({ rows: [['a']], error: `Row 2: ${undoubled}` });
    const bytes = Array.from(encoder.encode(`a\n${text}`), (byte) => Uint8Array.of(byte));
    expect(await read(...bytes)).toEqual({ rows: [['a']], error: `Row 2: ${undoubled}` });
  });

  it('readCsvRows does not count empty lines as rows', async () => {
    expect(await read('\na\r\n\n"b"c\n')).toEqual({ rows: [['a']], error: `Row 2: ${undoubled}` });
  });

  it('readCsvRows limits the length of a row, so that an open quote does not fill the memory', async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(encoder.encode(chunks++ ? `${'x'.repeat(65_535)}\n` : 'a\n"'));
      },
    });
    const rows: string[][] = [];
    const reading = (async () => {
      for await (const chunk of readCsvRows(endless, 'utf-8', errors)) rows.push(...chunk);
    })();
    await expect(reading).rejects.toThrow('Row 2: it is longer than 1,048,576 characters.');
    expect([rows, chunks]).toEqual([[['a']], 18]);
  });

  it.each([
    ['one chunk', (text: string) => [text]],
    ['chunks of 1000 characters', (text: string) => text.match(/[\s\S]{1,1000}/g) ?? []],
  ])('readCsvRows accepts a row of 1,048,576 characters and no longer one, in %s', async (_, split) => {
    const longest = `"${'x'.repeat(1_048_573)}"\n`;
    expect((await read(...split(`a\n${longest}b\n`))).rows.map(([field]) => field?.length)).toEqual([1, 1_048_573, 1]);
    expect(await read(...split(`a\n${longest.replace('\n', '\r\n')}b\n`))).toEqual({
      rows: [['a']],
      error: 'Row 2: it is longer than 1,048,576 characters.',
    });
  });

  it.each([
    ['that stays open', 'x'],
    ['with line breaks', 'x\n'],
    ['with doubled quotes', '""'],
    ['with commas', ',"",\n'],
  ])('readCsvRows gives a long field %s to the parser once, in chunks of 64 bytes', async (_, content) => {
    const size = 64;
    const field = content.repeat(Math.floor(1_000_000 / content.length));
    const bytes = encoder.encode(`a\n"${field}"\nb\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, n * size + size),
    );
    const { result, parsed } = await countParsed(() => read(...chunks));
    expect(result.rows).toEqual([['a'], [field.replaceAll('""', '"')], ['b']]);
    expect(parsed).toBe(bytes.length);
  });
});

it('readCsvRows reads no more than its reader does, and cancels the body when the loop is left', async () => {
  let chunks = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(encoder.encode(`${chunks++}\n`));
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  for await (const rows of readCsvRows(body, 'utf-8', errors)) {
    expect(rows).toEqual([[`${chunks - 1}`]]);
    if (chunks === 3) break;
  }
  expect([chunks, cancelled]).toEqual([3, true]);
});
