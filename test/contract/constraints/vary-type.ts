import { isDeepStrictEqual } from 'node:util';
import { fill } from './fill.ts';
import { type JsonSchema, type JsonType, typesOf } from './json-schema.ts';
import { type Change, inside, type Medium, outside } from './variation.ts';

const values: Readonly<Record<JsonType, unknown>> = {
  null: null,
  boolean: true,
  integer: 1,
  number: 1.5,
  string: 'text',
  array: [],
  object: {},
};

/** Texts that do not parse as a type. */
const texts: Partial<Record<JsonType, readonly string[]>> = {
  boolean: ['yes', '1', 'TRUE'],
  integer: ['text', '1.5', 'true'],
  number: ['text', 'true'],
};

/** Varies the type of a value: `type`, `enum` and `const`. */
export function* varyType(schema: JsonSchema, medium: Medium): Generator<Change> {
  const types = typesOf(schema);
  const fixed = 'const' in schema ? [schema.const] : schema.enum;
  if (types.length > 0) yield* medium === 'json' ? wrongTypes(types) : wrongTexts(types);
  if (fixed) yield* varyFixed('const' in schema ? 'const' : 'enum', fixed);
  else if (medium === 'json') yield* rightTypes(schema, types);
  else if (types.includes('boolean')) yield* rightTypes({ type: 'boolean' }, ['boolean']);
}

function* wrongTypes(types: readonly JsonType[]): Generator<Change> {
  for (const type of Object.keys(values) as JsonType[]) {
    if (types.includes(type) || (type === 'integer' && types.includes('number'))) continue;
    // A string that looks like the right type is still a string.
    const value = type === 'string' ? (types.includes('boolean') ? 'true' : '1') : values[type];
    yield outside('type', `is ${JSON.stringify(value)}, of type ${type}`, value);
  }
}

function* wrongTexts(types: readonly JsonType[]): Generator<Change> {
  if (types.length > 1 || !types[0]) return;
  for (const text of texts[types[0]] ?? [])
    yield outside('type', `is ${text}, which does not parse as ${types[0]}`, text);
}

function* rightTypes(schema: JsonSchema, types: readonly JsonType[]): Generator<Change> {
  for (const type of types) {
    if (type === 'null') yield inside('type', 'is null', null);
    else if (type === 'boolean') for (const value of [true, false]) yield inside('type', `is ${value}`, value);
    else if (type === 'number') yield* fraction(schema);
    else if (types.length > 1) yield inside('type', `is of type ${type}`, fill({ ...schema, type }));
  }
}

/** Makes a fraction within the limits. */
function* fraction({ minimum = 0, exclusiveMinimum = minimum, ...schema }: JsonSchema): Generator<Change> {
  const { maximum = Number.POSITIVE_INFINITY, exclusiveMaximum = Number.POSITIVE_INFINITY, multipleOf } = schema;
  const value = Math.floor(Math.max(minimum, exclusiveMinimum)) + 0.5;
  if (value < Math.min(maximum, exclusiveMaximum) && !multipleOf) yield inside('type', `is ${value}`, value);
}

function* varyFixed(keyword: 'enum' | 'const', values: readonly unknown[]): Generator<Change> {
  for (const value of values) yield inside(keyword, `is ${JSON.stringify(value)}`, value);
  for (const value of values) {
    const wrong =
      typeof value === 'string' ? [`${value}x`, swapCase(value)] : typeof value === 'number' ? [value + 1] : [];
    for (const other of wrong) {
      if (values.some((one) => isDeepStrictEqual(one, other))) continue;
      yield outside(keyword, `is ${JSON.stringify(other)}`, other);
    }
  }
}

function swapCase(text: string): string {
  return text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
}
