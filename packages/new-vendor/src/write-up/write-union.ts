import { noNotes } from '../notes.ts';
import { follow, isObject, type Node, type Source } from '../read/source.ts';
import type { Direction } from './direction.ts';
import { flatten, mergeAllOf } from './merge-all-of.ts';
import type { Tags } from './tags.ts';

/** Where a schema stands, and what is being written around it. */
export interface Spot {
  readonly direction: Direction;
  readonly place: string;
  /** The references that this value has been reached by, without a property or an item between. */
  readonly above: readonly string[];
  /** The constants of the schema that the other variants of a union do not have. */
  readonly tags?: ReadonlyMap<string, ReadonlySet<string | number>> | undefined;
}

/** What writing a union needs. */
export interface UnionContext {
  readonly source: Source;
  readonly tags: Tags;
  readonly keyOf: (schemas: readonly unknown[]) => string;
  /** Writes a union as a component, once for each key. */
  readonly refer: (key: string, spot: Spot, write: (spot: Spot) => Node) => Node;
  readonly write: (schema: unknown, spot: Spot) => Node;
  readonly writePlain: (schema: Node, spot: Spot) => Node;
}

/** Writes unions as `anyOf`, without variants that say the same. In a response, one whose variants have a tag has one more, for any other tag. */
export function createUnionWriter(
  context: UnionContext,
): (variants: readonly unknown[], schema: Node, spot: Spot) => Node {
  const { source, tags, keyOf } = context;
  /** How many open variants are being written, one within the other. */
  let opening = 0;

  /** A union in an open variant may be in many others, and even in itself: it is written once. */
  const writeUnion = (variants: readonly unknown[], schema: Node, spot: Spot): Node => {
    if (opening === 0 || !isOpen(variants, spot)) return writeVariants(variants, schema, spot);
    const key = `${[schema.type ?? []].flat()} ${schema.nullable === true} of ${keyOf(variants)}`;
    return context.refer(key, spot, (at) => writeVariants(variants, schema, at));
  };

  const isOpen = (variants: readonly unknown[], { direction }: Spot): boolean =>
    direction === 'response' && tags.unions.has(variants.find(isObject));

  const writeVariants = (variants: readonly unknown[], { type, nullable }: Node, spot: Spot): Node => {
    const types = [type ?? []].flat();
    const bare = types.filter((name: string) => name !== 'null');
    const written = expand(variants, spot, new Set(spot.above)).flatMap((variant) => {
      const isBare =
        bare.length === 0 || !isObject(variant) || variant.$ref || variant.allOf || variant.oneOf || variant.anyOf;
      const typed = isBare ? variant : { type: bare.length === 1 ? bare[0] : bare, ...variant };
      const one = context.write(typed, { ...spot, tags: tags.values.get(variant) });
      const isUnion = one.anyOf && Object.keys(one).every((key) => key === 'anyOf');
      return isUnion ? (one.anyOf as Node[]) : [one];
    });
    const property = tags.unions.get(variants.find(isObject));
    if (property !== undefined && isOpen(variants, spot) && written.length > 1)
      written.push(openVariant(property, variants, spot));
    if (nullable || types.includes('null')) written.push({ type: 'null' });
    const distinct = [...new Map(written.map((one) => [JSON.stringify(one), one])).values()];
    if (distinct.some((one) => Object.keys(one).every((key) => key === 'description'))) return {};
    return distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct };
  };

  /** A variant that the document does not list: a response may have it tomorrow. It has what all variants share. */
  const openVariant = (property: string, variants: readonly unknown[], spot: Spot): Node => {
    const [first, ...others] = variants.filter(isObject).map(tags.flatten);
    const shared = Object.entries(Object(first?.properties)).flatMap(([name, one]): [string, unknown][] => {
      const all = [one, ...others.map(({ properties }) => Object(properties)[name])];
      if (name === property || all.includes(undefined)) return [];
      const isSame = all.every((other) => meaningOf(other) === meaningOf(one));
      return [[name, isSame ? one : { anyOf: all }]];
    });
    const required = [first?.required ?? []]
      .flat()
      .filter((name) => others.every((other) => other.required?.includes(name)));
    const isShared = (name: string) => shared.some(([one]) => one === name);
    const properties = { ...Object.fromEntries(shared), [property]: { type: 'string' } };
    const open = {
      type: 'object',
      required: [property, ...required.filter(isShared)],
      properties,
      additionalProperties: true,
    };
    opening++;
    const written = context.writePlain(open, spot);
    opening--;
    return written;
  };

  /** Replaces variants that lead back to their own union by what they lead to. */
  const expand = (variants: readonly unknown[], spot: Spot, seen: Set<string>): unknown[] =>
    variants.flatMap((variant) => {
      if (!isObject(variant) || typeof variant.$ref !== 'string') return [variant];
      const { $ref } = variant;
      if (seen.has($ref)) return [];
      if (!leadsTo($ref, $ref, new Set())) return [variant];
      seen.add($ref);
      const target = mergeAllOf({ source, notes: noNotes(), place: '' }, follow(source, variant));
      const inner: unknown[] | undefined = target.$ref ? [target] : (target.oneOf ?? target.anyOf);
      return inner ? expand(inner, spot, seen) : [target];
    });

  /** Whether a schema has a union that leads back to it, without a property or an item between. */
  const leadsTo = (from: string, to: string, seen: Set<string>): boolean => {
    const flat = tags.flatten({ $ref: from });
    const parts: Node[] = [flat, ...(flat.allOf ?? [])];
    const inner = parts.flatMap((part) => [part.oneOf ?? [], part.anyOf ?? []].flat().map((one) => Object(one).$ref));
    return inner.some((one) => {
      if (one === to) return true;
      if (typeof one !== 'string' || seen.has(one)) return false;
      seen.add(one);
      return leadsTo(one, to, seen);
    });
  };

  return writeUnion;
}

/** What a schema accepts, as text. */
function meaningOf(schema: unknown): string {
  const { description: _, title: _title, example: _example, examples: _examples, ...meaning } = Object(schema);
  return JSON.stringify(meaning);
}

/** Variants that require properties which only the object beside them describes have them too. */
export function describeRequired(variants: readonly unknown[], { properties = {} }: Node): readonly unknown[] {
  return variants.map((variant) => {
    if (!isObject(variant) || variant.$ref || variant.allOf) return variant;
    const own = Object(variant.properties);
    const names = [variant.required ?? []]
      .flat()
      .filter((name) => Object.hasOwn(properties, name) && !Object.hasOwn(own, name));
    const described = Object.fromEntries(names.map((name) => [name, properties[name]]));
    return names.length === 0 ? variant : { ...variant, properties: { ...own, ...described } };
  });
}

/** Variants that allow no other properties allow those that the object beside them describes. */
export function openVariants(source: Source, variants: readonly unknown[]): readonly unknown[] {
  return variants.map((variant) => {
    if (!isObject(variant)) return variant;
    const whole = flatten({ source, notes: noNotes(), place: '' }, variant, new Set());
    if (whole.additionalProperties !== false) return variant;
    const { additionalProperties: _, ...open } = whole;
    return open;
  });
}
