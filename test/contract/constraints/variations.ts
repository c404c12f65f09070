import { fill, withoutUnion } from './fill.ts';
import { accepts, isObject, type JsonSchema, variantsOf } from './json-schema.ts';
import { type Change, inside, type Medium, outside, type Variation } from './variation.ts';
import { varyList } from './vary-list.ts';
import { varyObject } from './vary-object.ts';
import { varyNumber, varyText } from './vary-scalar.ts';
import { varyType } from './vary-type.ts';

/**
 * Meets and breaks each constraint of a schema, one changed place at a time.
 *
 * @param base A valid instance from `fill`. Properties that it lacks are not varied.
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
  if (Array.isArray(base) && schema.prefixItems) {
    for (const [index, item] of schema.prefixItems.entries()) {
      for (const inner of variationsOf(item, base[index], medium)) {
        yield {
          ...inner,
          path: join(`[${index}]`, inner.path),
          value: base.map((one, at) => (at === index ? inner.value : one)),
        };
      }
    }
  } else if (Array.isArray(base) && schema.items && base.length > 0) {
    for (const inner of variationsOf(schema.items, base[0], medium)) {
      yield { ...inner, path: join('[0]', inner.path), value: [inner.value, ...base.slice(1)] };
    }
  }
}

function* ownChanges(schema: JsonSchema, base: unknown, medium: Medium): Generator<Change> {
  yield* varyType(schema, medium);
  // Limits have no effect beside an `enum` or a `const`.
  if (schema.enum || 'const' in schema) return;
  if (typeof base === 'number') yield* varyNumber(schema);
  if (typeof base === 'string') yield* varyText(schema, base, medium);
  if (Array.isArray(base)) yield* varyList(schema, base, medium);
  if (isObject(base)) yield* varyObject(schema, base, variationsOf, medium);
  if (schema.not) yield* varyNot(schema.not, base);
}

function* varyNot(forbidden: JsonSchema, base: unknown): Generator<Change> {
  const value = fill(forbidden, isObject(base) ? base : undefined);
  yield inside('not', 'does not match the forbidden schema', base);
  yield outside('not', 'matches the forbidden schema', value);
}

/** Varies each variant of a union. The whole union decides what is valid: one variant may accept a value that another refuses. */
function* varyUnion(schema: JsonSchema, base: unknown, medium: Medium): Generator<Variation> {
  const seen = new Set<string>();
  for (const [index, variant] of variantsOf(schema).entries()) {
    const own = fill(withoutUnion(schema), fill(variant, accepts(variant, base) ? base : undefined));
    const whole: Variation = { path: '', ...inside('anyOf', 'matches this variant', own) };
    const siblings = withoutUnion(schema);
    for (const inner of [whole, ...varyPlain(siblings, own, medium), ...variationsOf(variant, own, medium)]) {
      const key = JSON.stringify(inner.value);
      if (seen.has(key)) continue;
      seen.add(key);
      const valid = accepts(schema, inner.value);
      // A variant that was left out may accept it.
      if (valid || !schema.partial) yield { ...inner, path: join(`{${index + 1}}`, inner.path), valid };
    }
  }
}

function join(name: string, path: string): string {
  return path === '' || path.startsWith('[') || path.startsWith('{') ? name + path : `${name}.${path}`;
}
