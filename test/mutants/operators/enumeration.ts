import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** Removes a value of an enum, opens an enum, or changes or removes a constant. */
export const enumerationOperators: readonly Operator[] = [
  {
    // An open enum still allows any string, so no validator kills it. The vendor's fixtures do.
    name: 'drop-enum-value',
    kind: 'schema',
    changes: ({ node }) =>
      valuesOf(node).map((value) => ({
        path: ['enum'],
        detail: String(value),
        description: `${value} is not among the values`,
        apply: (schema: Node) => {
          schema.enum = valuesOf(schema).filter((other) => other !== value);
        },
      })),
  },
  {
    name: 'open-enum',
    kind: 'schema',
    changes: ({ node, path }) =>
      node.enum === undefined || path.at(-2) === 'anyOf'
        ? []
        : [
            {
              path: ['enum'],
              description: 'values that are not named are allowed',
              apply: (schema: Node) => {
                delete schema.enum;
              },
            },
          ],
  },
  {
    name: 'change-constant',
    kind: 'schema',
    changes: ({ node }) =>
      typeof node.const !== 'string'
        ? []
        : [
            {
              path: ['const'],
              description: `${node.const} is ${node.const}-changed`,
              apply: (schema: Node) => {
                schema.const = `${node.const}-changed`;
              },
            },
          ],
  },
  {
    name: 'drop-constant',
    kind: 'schema',
    changes: ({ node }) =>
      node.const === undefined
        ? []
        : [
            {
              path: ['const'],
              description: `${node.const} is any value`,
              apply: (schema: Node) => {
                delete schema.const;
              },
            },
          ],
  },
];

function valuesOf({ enum: values }: Node): readonly unknown[] {
  return Array.isArray(values) ? values : [];
}
