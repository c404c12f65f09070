import { type Document, type Reference, resolve } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import type { Difference } from './difference.ts';

/**
 * Takes a required field that is missing and a new one of its type in the same object for one that was renamed, where no other
 * pair is as likely.
 */
export function pairRenames(document: Document, differences: readonly Difference[]): Difference[] {
  const missing = differences.filter(({ kind }) => kind === 'missing field');
  const added = differences.filter(({ kind, name }) => kind === 'new field' && name !== undefined);
  const isPair = (one: Difference, other: Difference) =>
    one.operation === other.operation &&
    one.place === other.place &&
    one.pointer === other.pointer &&
    one.at === other.at &&
    isOfType(document, one, other);
  const renamed = missing.flatMap((one) => {
    const [other, ...more] = added.filter((candidate) => isPair(one, candidate));
    if (!other || more.length > 0 || missing.filter((rival) => isPair(rival, other)).length > 1) return [];
    return [{ one, other }];
  });
  const paired = new Map(
    renamed.flatMap(
      ({ one, other }) =>
        [
          [one, other],
          [other, undefined],
        ] as const,
    ),
  );
  return differences.flatMap((difference): Difference[] => {
    if (!paired.has(difference)) return [difference];
    const other = paired.get(difference);
    return other ? [{ ...other, kind: 'renamed field', before: difference.name ?? '' }] : [];
  });
}

function isOfType(document: Document, missing: Difference, added: Difference): boolean {
  const { properties = {} } = Object(valueAt(document, missing.at)) as {
    properties?: Record<string, object | Reference>;
  };
  const declared = typesOf(document, properties[missing.name ?? '']);
  return declared.some((type) => added.found?.type.includes(type));
}

function typesOf(document: Document, schema: object | Reference = {}): string[] {
  const {
    type = [],
    anyOf = [],
    oneOf = [],
  } = resolve(document, schema) as {
    readonly type?: string | readonly string[];
    readonly anyOf?: readonly object[];
    readonly oneOf?: readonly object[];
  };
  const types = [type].flat().concat(...[...anyOf, ...oneOf].map((part) => typesOf(document, part)));
  return types.includes('number') ? [...types, 'integer'] : types;
}
