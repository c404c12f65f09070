/** Random tables in random charsets, cut in all places, are read as they were written. */
import { createMxAudience, readMemberRows } from '@plumbline/mx-audience';
import { chunked, truncated } from '@plumbline/runtime/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Table = readonly (readonly string[])[];

const runs = { numRuns: 40, seed: 4180 } as const;

const charsets = [
  { type: 'text/csv', encode: (text: string) => Buffer.from(text) },
  { type: 'text/csv', encode: (text: string) => Buffer.from(`\uFEFF${text}`) },
  { type: 'text/csv', encode: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le') },
  { type: 'text/csv; charset=utf-8', encode: (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16() },
  { type: 'text/csv; charset=utf-16le', encode: (text: string) => Buffer.from(text, 'utf16le') },
  { type: 'text/csv; charset=utf-16be', encode: (text: string) => Buffer.from(text, 'utf16le').swap16() },
];
const latin1 = [{ type: 'text/csv; charset=iso-8859-1', encode: (text: string) => Buffer.from(text, 'latin1') }];

const write = (field: string) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
/** A row with one empty field is written in quotes, because an empty line is not a row. */
const writeRow = (row: readonly string[], lineBreak: string) =>
  (row.length === 1 && row[0] === '' ? '""' : row.map(write).join(',')) + lineBreak;

const document = (units: readonly string[], encodings: typeof charsets) => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', '\r\n', ' ', ...units), maxLength: 5 });
  const row = fc.array(field, { minLength: 1, maxLength: 3 });
  const lines = fc.array(fc.tuple(row, fc.constantFrom('\n', '\r\n')), { minLength: 1, maxLength: 4 });
  return fc.record({ lines, charset: fc.constantFrom(...encodings) });
};
const documents = fc.oneof(document(['é', '日', '\u2028', '😀', '\uFFFD'], charsets), document(['é', 'ÿ'], latin1));

/** Reads a body that arrives in chunks, and then ends or is reset. */
async function read(type: string, chunks: readonly Uint8Array[], body = chunked) {
  const mx = createMxAudience({
    domain: 'acme',
    clientId: 'id',
    clientSecret: 'secret',
    fetch: async (url, init) =>
      url.endsWith('/token')
        ? Response.json({ access_token: 'token' })
        : body(chunks, { headers: { 'Content-Type': type } })({ signal: init?.signal ?? null } as never),
  });
  const rows: (readonly string[])[] = [];
  try {
    for await (const row of readMemberRows(mx, { id_or_slug: 'vip', institution_public_id: 'INST-1' })) rows.push(row);
  } catch (error) {
    return { rows, error: (error as Error).name };
  }
  return { rows };
}

it('random tables are read as they were written, cut at each byte', async () => {
  const property = fc.asyncProperty(documents, async ({ lines, charset: { type, encode } }) => {
    const rows = lines.map(([row]) => row);
    const bytes = encode(lines.map(([row, lineBreak]) => writeRow(row, lineBreak)).join(''));
    expect(
      await read(
        type,
        [...bytes].map((byte) => Uint8Array.of(byte)),
      ),
    ).toEqual({ rows });
    for (let end = 0; end <= bytes.length; end++) {
      expect(await read(type, [bytes.subarray(0, end), bytes.subarray(end)]), `cut at ${end}`).toEqual({ rows });
    }
  });
  await fc.assert(property, runs);
});

it('random tables that are reset at any byte give exactly the complete rows, and then a ConnectionError', async () => {
  const property = fc.asyncProperty(documents, async ({ lines, charset: { type, encode } }) => {
    const texts = lines.map(([row, lineBreak]) => writeRow(row, lineBreak));
    const bytes = encode(texts.join(''));
    const ends = texts.map((_, index) => encode(texts.slice(0, index + 1).join('')).length);
    for (let end = 0; end <= bytes.length; end++) {
      const rows: Table = lines.filter((_, index) => (ends[index] ?? 0) <= end).map(([row]) => row);
      const outcome = await read(type, [bytes.subarray(0, end)], truncated);
      expect(outcome, `reset at ${end}`).toEqual({ rows, error: 'ConnectionError' });
    }
  });
  await fc.assert(property, runs);
});

it('random tables that end at any byte give the complete rows, and then an error, the start of a row, or the end', async () => {
  const property = fc.asyncProperty(documents, async ({ lines, charset: { type, encode } }) => {
    const texts = lines.map(([row, lineBreak]) => writeRow(row, lineBreak));
    const bytes = encode(texts.join(''));
    const ends = texts.map((_, index) => encode(texts.slice(0, index + 1).join('')).length);
    for (let end = 0; end <= bytes.length; end++) {
      const complete: Table = lines.filter((_, index) => (ends[index] ?? 0) <= end).map(([row]) => row);
      const outcome = await read(type, [bytes.subarray(0, end)]);
      expect(outcome.rows.slice(0, complete.length)).toEqual(complete);
      // The last row may have no line break, so its start is a row too.
      expect(outcome.rows.length - complete.length).toBeLessThanOrEqual('error' in outcome ? 0 : 1);
    }
  });
  await fc.assert(property, runs);
});

it('random bytes are decoded or refused, and never become U+FFFD', async () => {
  const property = fc.asyncProperty(fc.uint8Array({ maxLength: 30 }), async (bytes) => {
    const { rows, ...outcome } = await read('text/csv', [bytes]);
    const sent = new TextDecoder().decode(bytes);
    const isReplaced = Buffer.from(sent).includes('\uFFFD') && !Buffer.from(bytes).includes('\uFFFD');
    if (isReplaced && bytes[0] !== 0xfe && bytes[0] !== 0xff) expect(outcome).toHaveProperty('error');
    expect(rows.flat().join('')).not.toContain('\uFFFD');
  });
  await fc.assert(property, { ...runs, numRuns: 500 });
});
