import { fill, withoutUnion } from './fill.ts';
import { accepts, isObject, isPartial, type JsonSchema, variantsOf } from './json-schema.ts';
import { isLarge } from './large-schema.ts';
import { type Change, inside, type Medium, outside, type Variation, type Vary } from './variation.ts';
import { varyList } from './vary-list.ts';
import { varyObject } from './vary-object.ts';
import { varyNumber, varyText } from './vary-scalar.ts';
import { varyType } from './vary-type.ts';

/**
 * Meets and breaks each constraint of a schema, one changed place at a time. In a large schema, a component is varied in the first place
 * that refers to it; in the others, its type alone.
 *
 * @param base A valid instance from `fill`. Properties that it lacks are not varied.
 */
export function variationsOf(schema: JsonSchema, base: unknown, medium: Medium = 'json'): Generator<Variation> {
  return vary(schema, base, medium, isLarge(schema) ? new Set() : undefined);
}

/** @param varied The schemas that were varied, where each is varied once. */
function* vary(schema: JsonSchema, base: unknown, medium: Medium, varied?: Set<JsonSchema>): Generator<Variation> {
  if (varied?.has(schema)) {
    for (const change of varyType(schema, medium)) yield { path: '', ...change };
    return;
  }
  if (schema.properties || schema.items || variantsOf(schema).length > 0) varied?.add(schema);
  yield* variantsOf(schema).length > 0
    ? varyUnion(schema, base, medium, varied)
    : varyPlain(schema, base, medium, varied);
}

function* varyPlain(
  schema: JsonSchema,
  base: unknown,
  medium: Medium,
  varied: Set<JsonSchema> | undefined,
): Generator<Variation> {
  const varyPart: Vary = (part, value, of = medium) => vary(part, value, of, varied);
  for (const change of ownChanges(schema, base, medium, varyPart)) yield { path: '', ...change };
  if (isObject(base)) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!(name in base)) continue;
      for (const inner of varyPart(property, base[name])) {
        yield { ...inner, path: join(name, inner.path), value: { ...base, [name]: inner.value } };
      }
    }
  }
  if (Array.isArray(base) && schema.prefixItems) {
    for (const [index, item] of schema.prefixItems.entries()) {
      for (const inner of varyPart(item, base[index])) {
        yield {
          ...inner,
          path: join(`[${index}]`, inner.path),
          value: base.map((one, at) => (at === index ? inner.value : one)),
        };
      }
    }
  } else if (Array.isArray(base) && schema.items && base.length > 0) {
    for (const inner of varyPart(schema.items, base[0])) {
      yield { ...inner, path: join('[0]', inner.path), value: [inner.value, ...base.slice(1)] };
    }
  }
}

function* ownChanges(schema: JsonSchema, base: unknown, medium: Medium, varyPart: Vary): Generator<Change> {
  yield* varyType(schema, medium);
  // Limits have no effect beside an `enum` or a `const`.
  if (schema.enum || 'const' in schema) return;
  if (typeof base === 'number') yield* varyNumber(schema);
  if (typeof base === 'string') yield* varyText(schema, base, medium);
  if (Array.isArray(base)) yield* varyList(schema, base, medium);
  if (isObject(base)) yield* varyObject(schema, base, varyPart, medium);
  if (schema.not) yield* varyNot(schema.not, base);
}

function* varyNot(forbidden: JsonSchema, base: unknown): Generator<Change> {
  const value = fill(forbidden, isObject(base) ? base : undefined);
  yield inside('not', 'does not match the forbidden schema', base);
  yield outside('not', 'matches the forbidden schema', value);
}

/** Varies each variant of a union. The whole union decides what is valid: one variant may accept a value that another refuses. */
function* varyUnion(
  schema: JsonSchema,
  given: unknown,
  medium: Medium,
  varied: Set<JsonSchema> | undefined,
): Generator<Variation> {
  const seen = new Set<string>();
  const whole = variantsOf(schema).filter((one) => !isPartial(one));
  for (const [index, variant] of variantsOf(schema).entries()) {
    const own = fill(withoutUnion(schema), fill(variant, accepts(variant, given) ? given : undefined));
    const base: Variation = { path: '', ...inside('anyOf', 'matches this variant', own) };
    const siblings = withoutUnion(schema);
    const known = [base, ...vary(variant, own, medium, varied)];
    for (const [place, inner] of [...known, ...varyPlain(siblings, own, medium, varied)].entries()) {
      const key = JSON.stringify(inner.value);
      if (seen.has(key)) continue;
      seen.add(key);
      const valid = accepts(schema, inner.value);
      // A variant of which a part was left out may accept or refuse it, and one that was left out may accept it.
      const isSure = valid
        ? (inner.valid && place < known.length) || whole.some((one) => accepts(one, inner.value))
        : !schema.partial && variantsOf(schema).every((one) => one === variant || whole.includes(one));
      if (isSure) yield { ...inner, path: join(`{${index + 1}}`, inner.path), valid };
    }
  }
}

function join(name: string, path: string): string {
  return path === '' || path.startsWith('[') || path.startsWith('{') ? name + path : `${name}.${path}`;
}
