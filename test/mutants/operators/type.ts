import type { Document } from '@plumbline/spec-tools/document/document';
import type { Site } from '../mutation-site.ts';
import { at, type Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';
import { isOpenEnum } from './open-enum.ts';

const others: Readonly<Record<string, string>> = {
  string: 'integer',
  integer: 'string',
  number: 'string',
  boolean: 'string',
  array: 'object',
  object: 'string',
};

/** Gives a value another type, a wider one or a narrower one. */
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
  // Text has no null, and with an enum or a constant a wider `type` allows nothing more.
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

/** Whether a schema is the known values of an open enum. Without it the same values are allowed; `drop-enum-value` covers them. */
function isKnownPart({ node, path }: Site, document: Document): boolean {
  return path.at(-2) === 'anyOf' && node.enum !== undefined && isOpenEnum(at(document, path.slice(0, -2)));
}
