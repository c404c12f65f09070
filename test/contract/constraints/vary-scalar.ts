import { formatOf } from './formats.ts';
import { type JsonSchema, typesOf } from './json-schema.ts';
import { type Change, inside, type Medium, outside } from './variation.ts';

/** Varies a number around its limits. */
export function* varyNumber(schema: JsonSchema): Generator<Change> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const whole = typesOf(schema).includes('integer') && !typesOf(schema).includes('number');
  const step = multipleOf ?? (whole ? 1 : 0.5);
  if (minimum !== undefined) yield* around('minimum', minimum, minimum - step);
  if (maximum !== undefined) yield* around('maximum', maximum, maximum + step);
  if (exclusiveMinimum !== undefined) yield* around('exclusiveMinimum', exclusiveMinimum + step, exclusiveMinimum);
  if (exclusiveMaximum !== undefined) yield* around('exclusiveMaximum', exclusiveMaximum - step, exclusiveMaximum);
  if (multipleOf !== undefined) {
    const base = (Math.floor((minimum ?? exclusiveMinimum ?? 0) / multipleOf) + 1) * multipleOf;
    const near = whole && multipleOf > 1 ? 1 : multipleOf / 2;
    // A fraction breaks the type `integer` already.
    if (!whole || multipleOf > 1) yield* around('multipleOf', base, base + near);
  }
}

function* around(keyword: string, within: number, beyond: number): Generator<Change> {
  yield inside(keyword, `is ${within}`, within);
  yield outside(keyword, `is ${beyond}`, beyond);
}

/** Varies a string around its limits. Lengths are in code points (JSON Schema 2020-12 Validation §6.3). */
export function* varyText(schema: JsonSchema, base: string, medium: Medium = 'json'): Generator<Change> {
  const { minLength, maxLength, pattern, format } = schema;
  if (minLength !== undefined) {
    yield inside('minLength', lengthOf(minLength), resize(base, minLength));
    if (minLength > 0) yield outside('minLength', lengthOf(minLength - 1), resize(base, minLength - 1));
  } else if (!pattern && !format) yield inside('minLength', 'is empty', '');
  if (maxLength !== undefined) {
    yield inside('maxLength', lengthOf(maxLength), resize(base, maxLength));
    yield outside('maxLength', lengthOf(maxLength + 1), resize(base, maxLength + 1));
    // Such text has 2 UTF-16 units and 4 UTF-8 bytes a character. Above this limit the request is too large for the mock.
    if (!pattern && !format && maxLength <= 100_000 && medium !== 'header') {
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

/** Varies a string that matches a pattern by one typing error. */
function* varyPattern({ minLength = 0, maxLength }: JsonSchema, pattern: string, base: string): Generator<Change> {
  const matcher = new RegExp(pattern, 'u');
  const errors = [`${base}!`, `!${base}`, base.slice(1), base.slice(0, -1), base.toUpperCase(), ''].filter(
    (text) => !matcher.test(text) && text.length >= minLength && text.length <= (maxLength ?? text.length),
  );
  if (errors.length === 0)
    throw new Error(`pattern ${pattern}: no error breaks it. Add one to test/contract/constraints/vary-scalar.ts.`);
  yield inside('pattern', `is ${base}`, base);
  for (const text of new Set(errors)) yield outside('pattern', `is ${JSON.stringify(text)}`, text);
}

function lengthOf(length: number): string {
  return `has ${length} characters`;
}

/** Cuts or extends a string at its end, so that a URI stays a URI. */
function resize(text: string, length: number): string {
  const points = [...text];
  return points.length >= length ? points.slice(0, length).join('') : text + 'x'.repeat(length - points.length);
}
