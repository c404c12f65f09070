import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const errors = {
  truncated: () => new Error('truncated'),
  invalid: (problem: string) => new Error(problem),
};

/** Decodes chunks, and returns their text and the message of the error that ended it. */
async function decode(label: string, ...chunks: Uint8Array[]) {
  let text = '';
  try {
    for await (const decoded of decodeText(yieldEach(chunks), label, errors)) text += decoded;
  } catch (error) {
    return { text, error: (error as Error).message };
  }
  return { text };
}

async function* yieldEach(chunks: Uint8Array[]) {
  yield* chunks;
}

/** Bytes, and the same bytes in all pairs of chunks and one by one. */
function* splits(bytes: Uint8Array) {
  yield [bytes];
  for (let end = 0; end <= bytes.length; end++) yield [bytes.subarray(0, end), bytes.subarray(end)];
  yield Array.from(bytes, (byte) => Uint8Array.of(byte));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const utf16be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

describe('decodeText', () => {
  it.each([
    ['UTF-8', 'utf-8', utf8('aé😀'), 'aé😀'],
    ['UTF-8 with a mark', 'utf-8', utf8('\uFEFFaé😀'), 'aé😀'],
    ['UTF-8 with a mark under another label', 'latin1', utf8('\uFEFFé'), 'é'],
    ['UTF-16LE by its label', 'utf-16le', utf16('aé😀'), 'aé😀'],
    ['UTF-16LE by its mark', 'utf-8', utf16('\uFEFFaé😀'), 'aé😀'],
    ['UTF-16BE by its label', 'UTF-16BE', utf16be('aé😀'), 'aé😀'],
    ['UTF-16BE by its mark under another label', 'utf-16le', utf16be('\uFEFFaé'), 'aé'],
    ['Latin-1', 'iso-8859-1', Uint8Array.of(0x61, 0xe9), 'aé'],
    ['the euro sign of Windows', 'windows-1252', Uint8Array.of(0x80), '€'],
    ['Shift JIS', 'shift_jis', Uint8Array.of(0x93, 0xfa, 0x61), '日a'],
    ['a first character that begins as a mark does', 'utf-8', utf8('\uF000'), '\uF000'],
    ['Latin-1 that begins as a mark does', 'latin1', Uint8Array.of(0xef, 0xbb), 'ï»'],
    ['one byte of a mark', 'latin1', Uint8Array.of(0xff), 'ÿ'],
    ['a second mark, which is text', 'utf-8', utf8('\uFEFF\uFEFFa'), '\uFEFFa'],
    ['a replacement character that was sent', 'utf-8', utf8('a\uFFFD'), 'a\uFFFD'],
    ['only a mark', 'utf-8', utf16('\uFEFF'), ''],
    ['nothing', 'made-up', new Uint8Array(), ''],
  ])('decodeText decodes %s, for all boundaries of chunks', async (_, label, bytes, text) => {
    for (const chunks of splits(bytes)) expect(await decode(label, ...chunks)).toEqual({ text });
  });

  const nul = 'it has a NUL character. UTF-16 needs a byte order mark, or a charset in Content-Type.';
  it.each([
    ['Latin-1 as UTF-8', 'utf-8', Uint8Array.of(0x61, 0xe9, 0x62), 'a', 'it has bytes that are not utf-8.'],
    ['an overlong form', 'utf-8', Uint8Array.of(0x61, 0xc0, 0xaf), 'a', 'it has bytes that are not utf-8.'],
    ['a surrogate', 'utf-8', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), 'a', 'it has bytes that are not utf-8.'],
    ['an end', 'utf-8', Uint8Array.of(0x61, 0xff, 0x62), 'a', 'it has bytes that are not utf-8.'],
    ['half a pair', 'utf-16le', utf16('a\uD83Db'), 'a', 'it has bytes that are not utf-16le.'],
    ['half a pair after a mark', 'utf-8', utf16be('\uFEFFa\uD83Db'), 'a', 'it has bytes that are not utf-16be.'],
    ['a bad trail', 'shift_jis', Uint8Array.of(0x61, 0x93, 0x20), 'a', 'it has bytes that are not shift_jis.'],
    ['UTF-16 without a mark or label', 'utf-8', utf16('ab'), 'a', nul],
    ['the same with bytes that are not UTF-8', 'utf-8', utf16('aé'), 'a', nul],
  ])(
    'decodeText throws after the text before %s, for all boundaries of chunks',
    async (_, label, bytes, text, error) => {
      for (const chunks of splits(bytes)) expect(await decode(label, ...chunks)).toEqual({ text, error });
    },
  );

  it('decodeText decodes what is valid before a replacement character and an invalid byte', async () => {
    const bytes = Uint8Array.of(...utf8('a\uFFFDb'), 0xff);
    expect(await decode('utf-8', bytes)).toMatchObject({ text: 'a\uFFFDb', error: 'it has bytes that are not utf-8.' });
  });

  it.each([
    ['UTF-8', 'utf-8', utf8('aé').subarray(0, -1)],
    ['UTF-8 after one byte of a mark', 'utf-8', Uint8Array.of(0x61, 0xef)],
    ['UTF-16', 'utf-16le', utf16('aé').subarray(0, -1)],
    ['a pair of UTF-16', 'utf-16le', utf16('a😀').subarray(0, -2)],
  ])('decodeText throws the error of a truncated body if it ends in a character of %s', async (_, label, bytes) => {
    for (const chunks of splits(bytes))
      expect(await decode(label, ...chunks)).toEqual({ text: 'a', error: 'truncated' });
  });

  it.each(['made-up', 'utf-32', 'utf-7', 'replacement', 'binary'])('decodeText refuses the label %j', async (label) => {
    expect(await decode(label, utf8('a\nb'))).toEqual({ text: '', error: `its charset "${label}" is unknown.` });
    expect(await decode(label, utf8('\uFEFFa'))).toEqual({ text: 'a' });
  });
});
