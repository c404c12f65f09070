import { formatOf } from './formats.ts';
import type { JsonSchema } from './json-schema.ts';
import { type Change, inside, outside } from './variation.ts';

/** Changes around the limits of a text. Its length is counted in code points (JSON Schema 2020-12 Validation §6.3). */
export function* varyText(schema: JsonSchema, base: string): Generator<Change> {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined) {
    yield inside('minLength', lengthOf(minLength), resize(base, minLength));
    if (minLength > 0) yield outside('minLength', lengthOf(minLength - 1), resize(base, minLength - 1));
  } else if (!pattern && !format) yield inside('minLength', 'is empty', '');
  if (maxLength !== undefined) {
    yield inside('maxLength', lengthOf(maxLength), resize(base, maxLength));
    yield outside('maxLength', lengthOf(maxLength + 1), resize(base, maxLength + 1));
    // Twice as many in UTF-16 and four times in UTF-8. A request that long would be too large for the mock.
    if (!pattern && !format && maxLength <= 100_000) {
      yield inside('maxLength', `${lengthOf(maxLength)} beyond the Basic Multilingual Plane`, '🙂'.repeat(maxLength));
    }
  }
  if (pattern !== undefined) yield* varyPattern(schema, pattern, base);
  const known = format === undefined ? undefined : formatOf(format);
  if (known) {
    yield inside('format', `is ${known.inside}`, known.inside);
    for (const value of known.outside) yield outside('format', `is ${value}`, value);
  }
}

/** What one slip makes of a text that has the pattern. */
function* varyPattern({ minLength = 0, maxLength }: JsonSchema, pattern: string, base: string): Generator<Change> {
  const matcher = new RegExp(pattern, 'u');
  const slips = [`${base}!`, `!${base}`, base.slice(1), base.slice(0, -1), base.toUpperCase(), ''].filter(
    (text) => !matcher.test(text) && text.length >= minLength && text.length <= (maxLength ?? text.length),
  );
  if (slips.length === 0)
    throw new Error(`No slip breaks the pattern ${pattern}. Add one to test/contract/constraints/vary-text.ts.`);
  yield inside('pattern', `is ${base}`, base);
  for (const text of new Set(slips)) yield outside('pattern', `is ${JSON.stringify(text)}`, text);
}

function lengthOf(length: number): string {
  return `has ${length} characters`;
}

/** A text of this length, beginning as another: a URI stays one. */
function resize(text: string, length: number): string {
  const points = [...text];
  return points.length >= length ? points.slice(0, length).join('') : text + 'x'.repeat(length - points.length);
}
