import type { Document } from '@plumbline/spec-tools/document/document';
import { escapeKey, valueAt } from '@plumbline/spec-tools/document/pointer';
import type { Comparison, CountedDifference } from './comparison.ts';
import { mergeSchemas, toSpecSchema } from './inferred-schema.ts';
import type { PatchOperation } from './patch-operation.ts';
import { typePatch } from './type-patch.ts';

const evidence = {
  level: 'inferred',
  source: 'Answers of the vendor',
  note: 'Seen in answers; not in the documentation.',
};
const described = { description: 'Seen in answers; not documented.', 'x-evidence': evidence };

/**
 * The changes after which the spec accepts what was seen, as far as they can be told without guessing: a refused request has none,
 * and neither has what is named like data.
 */
export function patchOf(document: Document, comparison: Comparison): PatchOperation[] {
  const { isAlwaysMistyped, isSeen } = comparison;
  // Where another operation still has the old name, the schema that they share needs both.
  const differences = comparison.differences.map((one): CountedDifference => {
    const isBoth = one.kind === 'renamed field' && isSeen(`${one.at}/properties/${escapeKey(one.before ?? '')}`);
    return isBoth ? { ...one, kind: 'new field' } : one;
  });
  const required = differences.filter(({ kind, before }) => kind === 'missing field' || before !== undefined);
  const fields = differences.filter(({ kind }) => kind === 'new field' || kind === 'renamed field');
  const types = differences.filter(({ kind }) => kind === 'changed type');
  const operations = [
    ...groupsOf(required, ({ at }) => at).map((group) => requiredPatch(document, group)),
    ...groupsOf(fields, ({ at, name }) => `${at} ${name}`).flatMap((group) => fieldPatch(document, group)),
    ...differences.flatMap((difference) => otherPatch(document, difference)),
    // Last: it may take away an enum that the others add to.
    ...groupsOf(types, ({ at }) => at).flatMap((group) =>
      typePatch(document, group[0].at, mergedFound(group), isAlwaysMistyped(group[0].at)),
    ),
  ];
  return [...new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values()];
}

type Group = readonly [CountedDifference, ...CountedDifference[]];

function groupsOf(differences: readonly CountedDifference[], keyOf: (one: CountedDifference) => string): Group[] {
  const groups = new Map<string, CountedDifference[]>();
  for (const one of differences) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()] as unknown as Group[];
}

function mergedFound(group: Group) {
  return group.flatMap(({ found }) => found ?? []).reduce(mergeSchemas, { type: [] });
}

function requiredPatch(document: Document, group: Group): PatchOperation {
  const path = `${group[0].at}/required`;
  const before = valueAt(document, path) as readonly string[];
  const gone = new Set(group.map(({ name, before: old }) => old ?? name));
  const renamed = group.flatMap(({ kind, name }) => (kind === 'renamed field' && name ? [name] : []));
  const value = [...before.filter((name) => !gone.has(name)), ...new Set(renamed)];
  return value.length > 0 ? { op: 'replace', path, value } : { op: 'remove', path };
}

function fieldPatch(document: Document, group: Group): PatchOperation[] {
  const [{ at, kind, name, before }] = group;
  if (name === undefined) return [];
  const { properties } = Object(valueAt(document, at));
  if (kind === 'renamed field' && before !== undefined) {
    return [
      { op: 'remove', path: `${at}/properties/${escapeKey(before)}` },
      { op: 'add', path: `${at}/properties/${escapeKey(name)}`, value: properties[before] },
    ];
  }
  const value = { ...described, ...toSpecSchema(mergedFound(group)) };
  return [{ op: 'add', path: `${at}/properties/${escapeKey(name)}`, value }];
}

function otherPatch(document: Document, difference: CountedDifference): PatchOperation[] {
  const { kind, at, name, found, status } = difference;
  const schema = found ? toSpecSchema(found) : {};
  const isJson = name !== undefined && /[/+]json$/.test(name);
  switch (kind) {
    case 'new enum value':
      if (name === undefined) return [];
      if (!at.endsWith('/const')) return [{ op: 'add', path: `${at}/-`, value: name }];
      return [
        { op: 'remove', path: at },
        { op: 'add', path: at.replace(/const$/, 'enum'), value: [valueAt(document, at), name] },
      ];
    case 'changed format':
      return [{ op: 'remove', path: `${at}/format` }];
    case 'changed constraint':
      return [{ op: 'remove', path: `${at}/${name}` }];
    case 'changed form':
      return [{ op: 'add', path: `${at}/-`, value: schema }];
    case 'undocumented status': {
      const content = name && { content: { [name]: { schema: isJson ? schema : { type: 'string' } } } };
      return [{ op: 'add', path: `${at}/${status}`, value: { ...described, ...content } }];
    }
    case 'undeclared media type': {
      if (name === undefined || name === 'none') return [];
      const declared = Object.entries(Object(valueAt(document, at))).find(([type]) => /[/+]json$/.test(type));
      const same = difference.open && declared ? (declared[1] as { schema: unknown }).schema : { type: 'string' };
      return [{ op: 'add', path: `${at}/${escapeKey(name)}`, value: { schema: same } }];
    }
    case 'undeclared body':
      return name === undefined
        ? []
        : [{ op: 'add', path: at, value: { [name]: { schema: isJson ? schema : { type: 'string' } } } }];
    default:
      return [];
  }
}
