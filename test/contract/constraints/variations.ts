import { accepts } from './accepts.ts';
import { fill, withoutUnion } from './fill.ts';
import { isObject, type JsonSchema, variantsOf } from './json-schema.ts';
import { type Change, inside, type Medium, outside, type Variation } from './variation.ts';
import { varyList } from './vary-list.ts';
import { varyNumber } from './vary-number.ts';
import { varyObject } from './vary-object.ts';
import { varyText } from './vary-text.ts';
import { varyType } from './vary-type.ts';

/**
 * Breaks each constraint of a schema once and meets it once: the instance with one place changed at a time.
 *
 * @param base A valid instance as `fill` makes it: what it lacks is not varied.
 */
export function* variationsOf(schema: JsonSchema, base: unknown, medium: Medium = 'json'): Generator<Variation> {
  yield* variantsOf(schema).length > 0 ? varyUnion(schema, base, medium) : varyPlain(schema, base, medium);
}

function* varyPlain(schema: JsonSchema, base: unknown, medium: Medium): Generator<Variation> {
  for (const change of ownChanges(schema, base, medium)) yield { path: '', ...change };
  if (isObject(base)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!(name in base)) continue;
      for (const inner of variationsOf(property, base[name], medium)) {
        yield { ...inner, path: join(name, inner.path), value: { ...base, [name]: inner.value } };
      }
    }
  }
  if (Array.isArray(base) && schema.items && base.length > 0) {
    for (const inner of variationsOf(schema.items, base[0], medium)) {
      yield { ...inner, path: join('[0]', inner.path), value: [inner.value, ...base.slice(1)] };
    }
  }
}

function* ownChanges(schema: JsonSchema, base: unknown, medium: Medium): Generator<Change> {
  yield* varyType(schema, medium);
  // An `enum` or a `const` leaves no room for limits.
  if (schema.enum || 'const' in schema) return;
  if (typeof base === 'number') yield* varyNumber(schema);
  if (typeof base === 'string') yield* varyText(schema, base);
  if (Array.isArray(base)) yield* varyList(schema, base, medium);
  if (isObject(base)) yield* varyObject(schema, base, variationsOf);
  if (schema.not) yield* varyNot(schema.not, base);
}

function* varyNot(forbidden: JsonSchema, base: unknown): Generator<Change> {
  const value = fill(forbidden, isObject(base) ? base : undefined);
  yield inside('not', 'is as it should be', base);
  yield outside('not', 'is what it must not be', value);
}

/** Each variant on its own, and what the union says of it: another variant may accept what one refuses. */
function* varyUnion(schema: JsonSchema, base: unknown, medium: Medium): Generator<Variation> {
  const seen = new Set<string>();
  for (const [index, variant] of variantsOf(schema).entries()) {
    const own = fill(withoutUnion(schema), fill(variant, accepts(variant, base) ? base : undefined));
    const whole: Variation = { path: '', ...inside('anyOf', 'is of this variant', own) };
    const siblings = withoutUnion(schema);
    for (const inner of [whole, ...varyPlain(siblings, own, medium), ...variationsOf(variant, own, medium)]) {
      const key = JSON.stringify(inner.value);
      if (seen.has(key)) continue;
      seen.add(key);
      yield { ...inner, path: join(`{${index + 1}}`, inner.path), valid: accepts(schema, inner.value) };
    }
  }
}

function join(name: string, path: string): string {
  return path === '' || path.startsWith('[') || path.startsWith('{') ? name + path : `${name}.${path}`;
}
