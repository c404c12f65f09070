import type { Document } from '@plumbline/spec-tools/document/document';
import { at, type Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';
import type { Site } from '../site.ts';
import { isOpenEnum } from './open-enum.ts';

const others: Readonly<Record<string, string>> = {
  string: 'integer',
  integer: 'string',
  number: 'string',
  boolean: 'string',
  array: 'object',
  object: 'string',
};

/** A value has another type, a wider or a narrower one. */
export const typeOperators: readonly Operator[] = [
  operator('change-type', (types) =>
    types.flatMap((type) => {
      const other = others[type];
      return other === undefined || types.includes(other) ? [] : [types.map((each) => (each === type ? other : each))];
    }),
  ),
  operator('drop-type', (types) =>
    types.length > 1 ? types.map((type) => types.filter((each) => each !== type)) : [],
  ),
  operator('widen-type', (types) =>
    types.includes('integer') ? [types.map((type) => (type === 'integer' ? 'number' : type))] : [],
  ),
  operator('narrow-type', (types) =>
    types.includes('number') ? [types.map((type) => (type === 'number' ? 'integer' : type))] : [],
  ),
  // Text has no null, and beside an enum or a constant `type` allows nothing more.
  operator('add-null', (types, { node, carriers }) =>
    carriers.has('json') && !types.includes('null') && node.enum === undefined && node.const === undefined
      ? [[...types, 'null']]
      : [],
  ),
];

function operator(
  name: string,
  change: (types: readonly string[], site: Site) => readonly (readonly string[])[],
): Operator {
  return {
    name,
    kind: 'schema',
    changes: (site, document): Change[] => {
      const { type } = site.node;
      if (type === undefined || isKnownPart(site, document)) return [];
      return change([type].flat() as string[], site).map((types) => ({
        path: ['type'],
        detail: types.join('|'),
        description: `${[type].flat().join(' or ')} is ${types.join(' or ')}`,
        apply: (schema: Node) => {
          schema.type = types.length === 1 ? types[0] : types;
        },
      }));
    },
  };
}

/** Whether a schema is the known values of an open enum: without it the same is allowed, which `drop-enum-value` is about. */
function isKnownPart({ node, path }: Site, document: Document): boolean {
  return path.at(-2) === 'anyOf' && node.enum !== undefined && isOpenEnum(at(document, path.slice(0, -2)));
}
