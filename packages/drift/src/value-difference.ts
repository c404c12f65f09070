import type { Difference } from './difference.ts';

/** A difference inside a body, before the operation and the response are known. */
export type ValueDifference = Omit<Difference, 'operation' | 'place'>;

/** @param name The name in its printed form. @param at The schema of the object. */
export function newField(name: string, value: unknown, at: string, pointer: string): ValueDifference {
  const message = `new field ${name}: ${typeOf(value)}`;
  return { kind: 'new field', breaking: false, pointer, at: `${at}/properties`, message, change: 'Add the property.' };
}

/** @param at The schema of the object. */
export function missingField(name: string, at: string, pointer: string): ValueDifference {
  const message = `the required field "${name}" is missing`;
  const change = `Remove ${name} from \`required\`. If a new field replaces it, rename the property.`;
  return { kind: 'missing field', breaking: true, pointer, at: `${at}/required`, message, change };
}

export function changedType(types: readonly string[], at: string, value: unknown, pointer: string): ValueDifference {
  const found = typeOf(value);
  const message = `${[...new Set(types)].join(' or ')} became ${found}`;
  return { kind: 'changed type', breaking: true, pointer, at, message, change: `Accept the type ${found}.` };
}

/** @param value The value in its printed form. @param at The `enum` or `const`. @param closed Whether the spec accepts no other value. */
export function newEnumValue(value: string, at: string, pointer: string, closed: boolean): ValueDifference {
  const message = `new value ${value} of ${closed ? 'a closed' : 'an open'} enum`;
  return { kind: 'new enum value', breaking: closed, pointer, at, message, change: 'Add the value.' };
}

/** @param at The `anyOf` or `oneOf`. */
export function unmatchedForms(value: unknown, at: string, pointer: string): ValueDifference {
  const message = `the ${typeOf(value)} matches none of the schemas of ${at.split('/').at(-1)}`;
  return { kind: 'broken constraint', breaking: true, pointer, at, message, change: 'Add its schema.' };
}

/** The type of a value in JSON Schema: `integer` where it is one. */
export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
