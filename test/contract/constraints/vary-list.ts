import type { JsonSchema } from './json-schema.ts';
import { type Change, inside, type Medium, outside } from './variation.ts';

/** Varies the length of a list around its limits, and repeats an item. */
export function* varyList(schema: JsonSchema, base: readonly unknown[], medium: Medium): Generator<Change> {
  const { minItems, maxItems, uniqueItems, prefixItems, items } = schema;
  if (prefixItems) {
    yield* varyTuple(base, minItems, items?.not ? prefixItems.length : maxItems);
    return;
  }
  // Its items were left out.
  if (schema.partial) return;
  const ofLength = (length: number) => Array.from({ length }, (_, index) => itemOf(schema, base, index));
  // An empty list has no text form.
  const least = medium === 'json' ? 0 : 1;
  const fewest = Math.max(minItems ?? 0, least);
  if (fewest === 0 || minItems !== undefined) yield inside('minItems', countOf(fewest), ofLength(fewest));
  if (minItems !== undefined && minItems > least)
    yield outside('minItems', countOf(minItems - 1), ofLength(minItems - 1));
  if (maxItems !== undefined) {
    yield inside('maxItems', countOf(maxItems), ofLength(maxItems));
    yield outside('maxItems', countOf(maxItems + 1), ofLength(maxItems + 1));
  }
  const twice = [itemOf(schema, base, 0), itemOf(schema, base, 0)];
  if (uniqueItems) yield outside('uniqueItems', 'has an item twice', twice);
  else if (base.length > 0 && (minItems ?? 0) <= 2 && (maxItems ?? 2) >= 2) {
    yield inside('uniqueItems', 'has an item twice', twice);
  }
}

/** Varies the length of a list whose items differ by their place. */
function* varyTuple(base: readonly unknown[], minItems = 0, maxItems = Number.POSITIVE_INFINITY): Generator<Change> {
  yield inside('prefixItems', countOf(base.length), base);
  const fewer = base.slice(0, -1);
  if (fewer.length < minItems) yield outside('minItems', countOf(fewer.length), fewer);
  if (base.length >= maxItems) yield outside('maxItems', countOf(base.length + 1), [...base, base[0]]);
}

function itemOf({ uniqueItems }: JsonSchema, base: readonly unknown[], index: number): unknown {
  const item = base[uniqueItems ? index : 0];
  if (item !== undefined || !uniqueItems) return item;
  if (typeof base[0] === 'string') return `${base[0]}${index}`;
  if (typeof base[0] === 'number') return base[0] + index;
  throw new Error('unique items can be generated for strings and numbers only. Add a longer example to the spec.');
}

function countOf(count: number): string {
  return `has ${count} items`;
}
