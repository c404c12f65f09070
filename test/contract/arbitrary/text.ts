import fc, { type Arbitrary } from 'fast-check';

/** Characters that programs often mishandle: NUL, right-to-left, beyond the Basic Multilingual Plane, escaped in JSON or URLs, joiners. */
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

/** Code points without surrogates. fast-check's own unit builds a table of all code points first, which takes a second each time. */
const codePoints = (least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .filter((point) => point < 0xd800 || point > 0xdfff)
    .map((point) => String.fromCodePoint(point));

/** Characters that UTF-8 can encode. */
export const wellFormed: Arbitrary<string> = fc.oneof(
  codePoints(0x20, 0x7e),
  codePoints(0, 0x10ffff),
  fc.constantFrom(...awkward),
);

/** The same and single surrogates, which JSON can escape (RFC 8259 §8.2) and UTF-8 cannot encode. */
export const anyCharacter: Arbitrary<string> = fc.oneof(
  { arbitrary: wellFormed, weight: 9 },
  { arbitrary: fc.constantFrom('\ud83d', '\ude00'), weight: 1 },
);

/** Visible ASCII without a comma: what a header can have, also in a list (RFC 9110 §5.5, §5.6.1). */
export const headerCharacter: Arbitrary<string> = codePoints(0x21, 0x7e).filter((character) => character !== ',');

/** Text with a length within limits, in code points. It rarely reaches a high maximum. */
export function textOf(
  unit: Arbitrary<string>,
  minLength = 0,
  maxLength: number = Number.POSITIVE_INFINITY,
): Arbitrary<string> {
  // Two surrogates in sequence are one character.
  return fc
    .string({ unit, minLength, maxLength: Math.min(maxLength, Math.max(minLength, 12)) })
    .filter((text) => minLength === 0 || [...text].length >= minLength);
}
