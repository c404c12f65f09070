import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** Lets an object have undeclared properties, or forbids them. */
export const opennessOperators: readonly Operator[] = [
  {
    name: 'open-object',
    kind: 'schema',
    changes: ({ node }) =>
      isObject(node) && node.additionalProperties !== undefined && node.additionalProperties !== true
        ? [set(true, 'properties of any other name and value are allowed')]
        : [],
  },
  {
    name: 'close-object',
    kind: 'schema',
    changes: ({ node }) =>
      isObject(node) && node.additionalProperties !== false ? [set(false, 'no other properties are allowed')] : [],
  },
];

function isObject({ type }: Node): boolean {
  return [type].flat().includes('object');
}

function set(value: boolean, description: string) {
  return {
    path: ['additionalProperties'],
    description,
    apply: (schema: Node) => {
      schema.additionalProperties = value;
    },
  };
}
