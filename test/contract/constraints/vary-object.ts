import { fill } from './fill.ts';
import { isObject, type JsonSchema } from './json-schema.ts';
import { type Change, inside, type Medium, outside, type Vary } from './variation.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A property name that no spec declares. */
export const undeclared = 'undeclared';

/** Varies the properties of an object. `vary` varies an undeclared property. */
export function* varyObject(schema: JsonSchema, base: Fields, vary: Vary, medium: Medium): Generator<Change> {
  const { properties = {}, required = [], additionalProperties = true, propertyNames } = schema;
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  for (const name of new Set([...Object.keys(properties), ...required])) {
    const { [name]: _, ...others } = base;
    if (required.includes(name)) yield outside('required', `has no ${name}`, others);
    else if (Object.keys(others).length >= minProperties) yield inside('required', `has no ${name}`, others);
  }
  const value = isObject(additionalProperties) ? fill(additionalProperties) : 'text';
  const larger = { ...base, [undeclared]: value };
  if (additionalProperties === false) {
    yield outside('additionalProperties', 'has an undeclared property', larger);
  } else if (!propertyNames && !schema.partial && Object.keys(larger).length <= maxProperties) {
    yield inside('additionalProperties', 'has an undeclared property', larger);
  }
  if (isObject(additionalProperties)) {
    for (const inner of vary(additionalProperties, value, medium)) {
      if (inner.valid) continue;
      yield outside(inner.keyword, `has a property whose value ${inner.change}`, {
        ...base,
        [undeclared]: inner.value,
      });
    }
  }
  if (propertyNames) yield* varyNames(propertyNames, base, value, vary);
  yield* varyCount(schema, base, value);
}

function* varyNames(schema: JsonSchema, base: Fields, value: unknown, vary: Vary): Generator<Change> {
  for (const name of vary({ ...schema, type: 'string' }, fill(schema), 'text')) {
    const changed = { ...base, [String(name.value)]: value };
    yield {
      keyword: 'propertyNames',
      change: `has a property whose name ${name.change}`,
      value: changed,
      valid: name.valid,
    };
  }
}

function* varyCount(schema: JsonSchema, base: Fields, value: unknown): Generator<Change> {
  const { minProperties, maxProperties, required = [] } = schema;
  const ofCount = (count: number): Fields => {
    const names = [...new Set([...required, ...Object.keys(base)])].slice(0, count);
    const kept = Object.fromEntries(names.map((name) => [name, base[name]]));
    const more = Array.from({ length: count - names.length }, (_, index) => [`property${index}`, value]);
    return { ...kept, ...Object.fromEntries(more) };
  };
  const countOf = (count: number) => `has ${count} properties`;
  if (minProperties) {
    yield inside('minProperties', countOf(minProperties), ofCount(minProperties));
    yield outside('minProperties', countOf(minProperties - 1), ofCount(minProperties - 1));
  }
  if (maxProperties !== undefined) {
    yield inside('maxProperties', countOf(maxProperties), ofCount(maxProperties));
    yield outside('maxProperties', countOf(maxProperties + 1), ofCount(maxProperties + 1));
  }
}
