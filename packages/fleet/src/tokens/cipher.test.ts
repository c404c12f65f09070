import { inspect } from 'node:util';
import { PlumblineError } from '@plumbline/runtime';
import { describe, expect, it } from 'vitest';
import { createCipher } from './cipher.ts';

const bytes = Uint8Array.from({ length: 32 }, (_, index) => index);
const base64 = Buffer.from(bytes).toString('base64');
const cipher = createCipher('createFleetTokens', bytes);
const token = 'plumbline1 1800000 t0ken';

describe('a round trip', () => {
  it.each([['t0ken'], [''], ['x'.repeat(100_000)], ['ключ']])(
    'a cipher decrypts what it encrypts: %.20s',
    async (text) => {
      const encrypted = await cipher.encrypt(text, 'key');
      expect(encrypted).toMatch(/^aes1:[A-Za-z0-9+/]+=*$/);
      expect(await cipher.decrypt(encrypted, 'key')).toBe(text);
    },
  );

  it('a cipher of the base64 of a key decrypts what one of its bytes encrypts', async () => {
    const other = createCipher('createFleetTokens', base64);
    expect(await other.decrypt(await cipher.encrypt(token, 'key'), 'key')).toBe(token);
  });

  it('a cipher encrypts the same text differently each time, and without the text', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => cipher.encrypt(token, 'key')));
    expect(new Set(all).size).toBe(100);
    for (const text of all) expect(text + Buffer.from(text.slice(5), 'base64').toString('latin1')).not.toMatch(/t0ken/);
  });

  it('a cipher keeps its key if the caller clears the bytes', async () => {
    const cleared = Uint8Array.from(bytes);
    const own = createCipher('createFleetTokens', cleared);
    cleared.fill(0);
    expect(await own.decrypt(await cipher.encrypt(token, 'key'), 'key')).toBe(token);
  });
});

describe('a text that is not its own', () => {
  it('a cipher decrypts no text that was moved to another key', async () => {
    expect(await cipher.decrypt(await cipher.encrypt(token, 'key'), 'other')).toBe('');
  });

  it('a cipher decrypts no text of another encryption key', async () => {
    const other = createCipher('createFleetTokens', new Uint8Array(32));
    expect(await cipher.decrypt(await other.encrypt(token, 'key'), 'key')).toBe('');
  });

  it('a cipher decrypts no text of which one character is changed', async () => {
    const encrypted = await cipher.encrypt('t', 'key');
    for (let at = 0; at < encrypted.length; at++) {
      const changed = encrypted.slice(0, at) + (encrypted[at] === 'A' ? 'B' : 'A') + encrypted.slice(at + 1);
      // The last character of base64 has bits that mean nothing.
      expect(['', 't']).toContain(await cipher.decrypt(changed, 'key'));
      if (at < encrypted.length - 2) expect(await cipher.decrypt(changed, 'key'), changed).toBe('');
    }
  });

  it('a cipher decrypts no text that is cut', async () => {
    const encrypted = await cipher.encrypt(token, 'key');
    for (let end = 0; end < encrypted.length; end++) {
      const opened = await cipher.decrypt(encrypted.slice(0, end), 'key');
      // Without its padding, the base64 has the same bytes.
      expect(/=$/.test(encrypted.slice(end, end + 1)) ? '' : opened).toBe('');
    }
  });

  it.each([[token], [''], ['aes1:'], ['aes1:!'], ['aes2:AAAA'], [`aes1:${btoa('x'.repeat(100))}`]])(
    'a cipher decrypts %j as an empty text',
    async (text) => {
      expect(await cipher.decrypt(text, 'key')).toBe('');
    },
  );
});

it.each([
  [undefined],
  [null],
  [''],
  ['s3cret'],
  [bytes.subarray(1)],
  [Uint8Array.of(...bytes, 1)],
  [Buffer.from(bytes).toString('hex')],
  [Buffer.from(bytes).toString('latin1')],
  [[...bytes]],
  [new ArrayBuffer(32)],
  [5],
])('createCipher refuses %o as a key, without its text', (key) => {
  const make = () => createCipher('createFleetTokens', key as Uint8Array);
  expect(make).toThrow(PlumblineError);
  expect(make).toThrow(/^createFleetTokens: `encryptionKey` must be a Uint8Array of 32 bytes, or their base64/);
  expect(make).toThrow(expect.toSatisfy((error: unknown) => !inspect(error, { depth: 9 }).includes('s3cret')));
});

it('a cipher shows no key', () => {
  expect(inspect(createCipher('createFleetTokens', base64), { depth: 9, showHidden: true })).not.toContain(base64);
});
