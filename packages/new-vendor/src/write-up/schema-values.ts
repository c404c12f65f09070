import { type Notes, noteOpen } from '../notes.ts';
import { isObject, type Node } from '../read/source.ts';
import type { Direction } from './direction.ts';

interface ValuesContext {
  readonly direction: Direction;
  readonly notes: Notes;
  readonly place: string;
  readonly isTag: boolean;
}

/** Writes a schema that lists its values; nothing for one that does not. In a response, other values are possible. */
export function writeValues(
  schema: Node,
  types: readonly string[],
  mayBeNull: boolean,
  { direction, notes, place, isTag }: ValuesContext,
): Node | undefined {
  const isConst = schema.const !== undefined;
  if (!isConst && !Array.isArray(schema.enum)) return undefined;
  const listed: unknown[] = (isConst ? [schema.const] : schema.enum).filter((value: unknown) => value !== null);
  const given = [...new Set(listed.map((value) => convert(value, types)))];
  if (given.some((value) => !listed.includes(value)))
    noteOpen(notes, 'values of an `enum` or `const` in another type than their schema: they are converted', place);
  const values = given.filter(
    (value) => isScalar(value) && (types.length === 0 || types.includes(typeOf(value)) || isWhole(value, types)),
  );
  if (values.length < given.length)
    noteOpen(notes, 'values of an `enum` or `const` that its type does not have: they are left out', place);
  const none = mayBeNull || (isConst && schema.const === null) ? [{ type: 'null' }] : [];
  if (given.length === 0) return none[0];
  if (values.length === 0) return undefined;
  const isBoolean = values.every((value) => typeof value === 'boolean');
  if (isBoolean && values.length === 2) return { type: mayBeNull ? ['boolean', 'null'] : 'boolean' };

  const bare = [...new Set(values.map((value) => declared(value, types)))];
  const type = bare.length === 1 ? { type: bare[0] } : {};
  const isFixed = isBoolean || isConst || isTag;
  const constants = values.map((value) => ({ ...type, const: value }));
  if (direction === 'response' && isFixed) {
    const all = [...constants, ...none];
    return all.length === 1 ? all[0] : { anyOf: all };
  }
  const closed = { ...type, enum: values };
  const open =
    direction === 'response' ? bare.filter((name) => name !== 'boolean').map((name) => ({ type: name })) : [];
  const all = [closed, ...open, ...none];
  return all.length === 1 ? closed : { anyOf: all };
}

/** A number in a schema of strings, or a text that is a number in one of numbers: YAML makes numbers of texts without quotes. */
function convert(value: unknown, types: readonly string[]): unknown {
  const [type] = types;
  if (types.length !== 1) return value;
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  const isNumber = type === 'integer' || type === 'number';
  const isText = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber && isText ? Number(value) : value;
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function typeOf(value: unknown): string {
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function isWhole(value: unknown, types: readonly string[]): boolean {
  return typeof value === 'number' && types.includes('number');
}

/** The type of a value as the schema names it. */
function declared(value: unknown, types: readonly string[]): string {
  return typeof value === 'number' && !types.includes('integer') ? 'number' : typeOf(value);
}

/** Writes a union of constants as an enum. */
export function withListedValues(schema: Node): Node {
  const { oneOf, anyOf, allOf = [], ...own } = schema;
  const unions: unknown[][] = [
    ...(oneOf ? [oneOf] : []),
    ...(anyOf ? [anyOf] : []),
    ...allOf.map((one: Node) => one.oneOf ?? one.anyOf),
  ];
  const lists = unions.map((variants) => variants.map((one) => listedBy(one)));
  if (lists.length === 0 || !lists.every((list) => list.every((one) => one !== undefined))) return schema;
  const given = [own.const === undefined ? own.enum : [own.const], ...lists.map((list) => list.flat())].filter(
    Array.isArray,
  );
  const [first = [], ...others] = given;
  const common = first.filter((value) => others.every((other) => other.includes(value)));
  const { const: _, ...rest } = own;
  return { ...rest, enum: common.length > 0 ? common : first };
}

/** The values that a variant of a union lists; undefined for one that is more than that. */
function listedBy(variant: unknown): unknown[] | undefined {
  if (!isObject(variant)) return undefined;
  const { const: only, enum: values, properties, oneOf, anyOf, allOf, $ref } = variant;
  if (properties || oneOf || anyOf || allOf || $ref) return undefined;
  return only !== undefined ? [only] : Array.isArray(values) ? values : undefined;
}
