import type { Test } from '../document/openapi.ts';
import { isSet, valueAt } from './paths.ts';

/** Whether an item passes a test with the value of a parameter. */
export function passes(values: object, test: Test, wanted: unknown, unit = 1000): boolean {
  const { equals, none, oneOf, before, after, set, unset } = test;
  if (set !== undefined) return isSet(valueAt(values, set)) === (wanted !== false);
  if (unset !== undefined) return isSet(valueAt(values, unset)) === (wanted === false);
  if (oneOf !== undefined) return [wanted].flat().some((one) => isValue(valueAt(values, oneOf), one, none));
  if (equals !== undefined) return isValue(valueAt(values, equals), wanted, none);
  const [property = '', sign] = before === undefined ? [after, 1] : [before, -1];
  const value = valueAt(values, property);
  return isSet(value) && (timeOf(value, unit) - timeOf(wanted, unit)) * sign > 0;
}

function isValue(value: unknown, wanted: unknown, none: unknown): boolean {
  return none !== undefined && wanted === none ? !isSet(value) : isSet(value) && String(value) === String(wanted);
}

/** Milliseconds since 1970 of a time: a text, or a number in a unit of some milliseconds. */
export function timeOf(value: unknown, unit: number): number {
  return typeof value === 'number' ? value * unit : Date.parse(String(value));
}

/** Orders items by a property. Those without it come last. */
export function sortBy<T extends { readonly values: object }>(
  items: readonly T[],
  property: string,
  descending: boolean,
): T[] {
  const keyOf = (item: T) => valueAt(item.values, property);
  return [...items].sort((one, other) => compareBy(keyOf(one), keyOf(other), descending));
}

/** Compares two values that items are ordered by. No value comes last. */
export function compareBy(a: unknown, b: unknown, descending: boolean): number {
  if (!isSet(a) || !isSet(b)) return Number(isSet(b)) - Number(isSet(a));
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : Number(a !== b);
  return descending ? -order : order;
}
