import { type JsonSchema, typesOf } from './json-schema.ts';
import { type Change, inside, outside } from './variation.ts';

/** Changes around the limits of a number. */
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
    // A fraction of a whole number is of the wrong type already.
    if (!whole || multipleOf > 1) yield* around('multipleOf', base, base + near);
  }
}

function* around(keyword: string, within: number, beyond: number): Generator<Change> {
  yield inside(keyword, `is ${within}`, within);
  yield outside(keyword, `is ${beyond}`, beyond);
}
