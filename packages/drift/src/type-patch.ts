import type { Document } from '@plumbline/spec-tools/document/document';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import { type InferredSchema, toSpecSchema } from './inferred-schema.ts';
import type { PatchOperation } from './patch-operation.ts';

/**
 * The changes after which a schema takes values of another type: beside those that it takes, or instead of them when no value
 * had its type. `null` alone tells nothing of the type that others have.
 */
export function typePatch(document: Document, at: string, found: InferredSchema, always: boolean): PatchOperation[] {
  const node = Object(valueAt(document, at)) as Readonly<Record<string, unknown>>;
  const forms = ['anyOf', 'oneOf'].find((keyword) => keyword in node);
  if (forms && !('type' in node)) {
    const value = found.type.every((type) => type === 'null') ? { type: 'null' } : toSpecSchema(found);
    return [{ op: 'add', path: `${at}/${forms}/-`, value }];
  }
  const instead = always && found.type.some((type) => type !== 'null');
  const all = [...new Set([...(instead ? [] : [node.type ?? []].flat()), ...found.type])] as string[];
  const types = all.includes('number') ? all.filter((type) => type !== 'integer') : all;
  const operations: PatchOperation[] = [
    { op: 'type' in node ? 'replace' : 'add', path: `${at}/type`, value: types.length === 1 ? types[0] : types },
  ];
  // They speak of the values that came before.
  const stale = ['enum', 'const', ...(instead ? ['format'] : [])].filter((keyword) => keyword in node);
  operations.push(...stale.map((keyword): PatchOperation => ({ op: 'remove', path: `${at}/${keyword}` })));
  const { type: _, ...parts } = toSpecSchema(found);
  for (const [keyword, value] of Object.entries(parts)) {
    if (!(keyword in node)) operations.push({ op: 'add', path: `${at}/${keyword}`, value });
  }
  return operations;
}
