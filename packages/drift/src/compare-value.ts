import { type Document, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { escapeKey, keysOf } from '@plumbline/spec-tools/document/pointer';
import { typesOf } from '@plumbline/spec-tools/validate/coerce';
import { nodeAt } from '@plumbline/spec-tools/validate/location';
import { brokenConstraints } from './constraints.ts';
import type { PrintName } from './printable-names.ts';
import {
  changedType,
  missingField,
  newEnumValue,
  newField,
  typeOf,
  unmatchedForms,
  type ValueDifference,
} from './value-difference.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema | Reference>>;
  readonly required?: readonly string[];
  readonly items?: Schema | Reference;
  readonly additionalProperties?: boolean | Schema | Reference;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly allOf?: readonly (Schema | Reference)[];
  readonly anyOf?: readonly (Schema | Reference)[];
  readonly oneOf?: readonly (Schema | Reference)[];
}

/** A schema and its JSON Pointer in the document. */
interface Located {
  readonly schema: Schema;
  readonly at: string;
}

/** Compares a value with the schema at a pointer of the document. */
export type CompareValue = (at: string, value: unknown) => ValueDifference[];

/**
 * Makes the comparison for a document.
 *
 * It reports what the spec rejects, and two things that it accepts: a property that it does not name, and a value that an open enum
 * (`anyOf` of an enum and a plain string) does not list. An object with `additionalProperties: true` may have any property.
 */
export function createValueComparison(document: Document, printName: PrintName): CompareValue {
  const follow = (schema: Schema | Reference, at: string): Located => {
    const target = '$ref' in schema ? (schema as Reference).$ref.slice(1) : at;
    return { schema: resolve(document, schema), at: target };
  };
  const formsOf = ({ schema, at }: Located, keyword: 'allOf' | 'anyOf' | 'oneOf') =>
    (schema[keyword] ?? []).map((form, index) => follow(form, `${at}/${keyword}/${index}`));

  const compare = (located: Located, value: unknown, pointer: string): ValueDifference[] => {
    const { parts, differences } = expand(located, value, pointer);
    const mistyped = parts.find(({ schema }) => !acceptsType([schema.type ?? []].flat(), value));
    if (mistyped)
      return [...differences, changedType([mistyped.schema.type ?? []].flat(), mistyped.at, value, pointer)];
    const found = parts.flatMap((part) => [
      ...enumDifferences(part, value, pointer),
      ...brokenConstraints(part.schema, part.at, value, pointer),
    ]);
    if (Array.isArray(value)) return [...differences, ...found, ...compareItems(parts, value, pointer)];
    if (typeof value !== 'object' || value === null) return [...differences, ...found];
    return [...differences, ...found, ...compareProperties(parts, value as Readonly<Record<string, unknown>>, pointer)];
  };

  /** The schemas that describe a value: its own, those of `allOf`, and one form of each `anyOf` and `oneOf`. */
  const expand = (
    located: Located,
    value: unknown,
    pointer: string,
  ): { parts: Located[]; differences: ValueDifference[] } => {
    const parts = [located];
    const differences: ValueDifference[] = [];
    const add = (other: Located) => {
      const expanded = expand(other, value, pointer);
      parts.push(...expanded.parts);
      differences.push(...expanded.differences);
    };
    for (const part of formsOf(located, 'allOf')) add(part);
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const forms = formsOf(located, keyword);
      if (forms.length === 0) continue;
      const chosen = chooseForm(forms, `${located.at}/${keyword}`, value, pointer);
      if ('kind' in chosen) differences.push(chosen);
      else add(chosen);
    }
    return { parts, differences };
  };

  const chooseForm = (
    forms: readonly Located[],
    at: string,
    value: unknown,
    pointer: string,
  ): Located | ValueDifference => {
    const listed = forms.find(({ schema }) => schema.enum);
    const plain = forms.find(({ schema }) => isPlainString(schema));
    if (typeof value === 'string' && listed && plain) {
      return listed.schema.enum?.includes(value)
        ? plain
        : newEnumValue(printName(String(value)), `${listed.at}/enum`, pointer, false);
    }
    const fitting = forms.filter(({ schema }) => acceptsType([...typesOf(document, schema)], value));
    const types = forms.flatMap(({ schema }) => [...typesOf(document, schema)]);
    if (fitting.length === 0) return changedType(types, at, value, pointer);
    const ranked = fitting
      .map((form) => ({ form, breaks: compare(form, value, pointer).filter(({ breaking }) => breaking).length }))
      .sort((one, other) => one.breaks - other.breaks);
    const [best] = ranked as [(typeof ranked)[number]];
    if (best.breaks === 0 || ranked.length === 1) return best.form;
    return unmatchedForms(value, at, pointer);
  };

  const compareItems = (parts: readonly Located[], items: readonly unknown[], pointer: string) =>
    parts.flatMap(({ schema, at }) => {
      if (!schema.items) return [];
      const located = follow(schema.items, `${at}/items`);
      return items.flatMap((item) => compare(located, item, `${pointer}/*`));
    });

  const compareProperties = (parts: readonly Located[], value: Readonly<Record<string, unknown>>, pointer: string) => {
    const missing = parts.flatMap(({ schema, at }) =>
      (schema.required ?? [])
        .filter((name) => !Object.hasOwn(value, name))
        .map((name) => missingField(name, at, pointer)),
    );
    const owner =
      parts.find(({ schema }) => schema.properties) ??
      parts.find(({ schema }) => schema.additionalProperties === false);
    const isOpen = !owner || parts.some(({ schema }) => schema.additionalProperties === true);
    const found = Object.entries(value).flatMap(([key, item]) => {
      const named = parts.flatMap(({ schema, at }) => {
        const property =
          schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
        return property ? [follow(property, `${at}/properties/${escapeKey(key)}`)] : [];
      });
      if (named.length > 0) return named.flatMap((one) => compare(one, item, `${pointer}/${escapeKey(key)}`));
      const map = parts.find(({ schema }) => typeof schema.additionalProperties === 'object');
      if (map) {
        const schema = map.schema.additionalProperties as Schema | Reference;
        return compare(follow(schema, `${map.at}/additionalProperties`), item, `${pointer}/{key}`);
      }
      return isOpen ? [] : [newField(printName(key), item, owner.at, pointer)];
    });
    return [...missing, ...found];
  };

  const enumDifferences = ({ schema, at }: Located, value: unknown, pointer: string) => {
    if (schema.enum && !schema.enum.includes(value))
      return [newEnumValue(printName(String(value)), `${at}/enum`, pointer, true)];
    return 'const' in schema && schema.const !== value
      ? [newEnumValue(printName(String(value)), `${at}/const`, pointer, true)]
      : [];
  };

  return (at, value) => {
    const schema = nodeAt(document, keysOf(at)) as Schema | undefined;
    return schema ? compare(follow(schema, at), value, '') : [];
  };
}

function acceptsType(types: readonly string[], value: unknown): boolean {
  const found = typeOf(value);
  return types.length === 0 || types.includes(found) || (found === 'integer' && types.includes('number'));
}

function isPlainString(schema: Schema): boolean {
  return schema.type === 'string' && !['enum', 'const', 'pattern', 'format'].some((keyword) => keyword in schema);
}
