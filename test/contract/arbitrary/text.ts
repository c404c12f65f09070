import fc, { type Arbitrary } from 'fast-check';

/** What programs stumble over: NUL, right-to-left, beyond the Basic Multilingual Plane, what JSON and URLs escape, joiners. */
const awkward = [
  '\0',
  '\u202e',
  '\u05d0',
  '🙂',
  '𝒳',
  '\ufeff',
  '\u2028',
  '"',
  '\\',
  '/',
  '%',
  '+',
  '&',
  '=',
  ',',
  '\n',
  '\u0301',
];

/** Code points but for halves of characters. fast-check's own unit builds a table of all of them first, a second each time. */
const codePoints = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point));

/** Characters of text that has an encoding. */
export const wellFormed: Arbitrary<string> = fc.oneof(
  codePoints(0x20, 0x7e),
  codePoints(0, 0x10ffff),
  fc.constantFrom(...awkward),
);

/** Those, and halves of characters, which JSON can write down (RFC 8259 §8.2) and UTF-8 cannot. */
export const anyCharacter: Arbitrary<string> = fc.oneof(
  { arbitrary: wellFormed, weight: 9 },
  { arbitrary: fc.constantFrom('\ud83d', '\ude00'), weight: 1 },
);

/** Text whose length in code points is within limits. It rarely reaches a high one. */
export function textOf(
  unit: Arbitrary<string>,
  minLength = 0,
  maxLength: number = Number.POSITIVE_INFINITY,
): Arbitrary<string> {
  // Two halves may meet and be one character.
  return fc
    .string({ unit, minLength, maxLength: Math.min(maxLength, Math.max(minLength, 12)) })
    .filter((text) => minLength === 0 || [...text].length >= minLength);
}
