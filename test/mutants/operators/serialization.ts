import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** A list or an object stands otherwise in a query. */
export const serializationOperators: readonly Operator[] = [
  {
    name: 'change-serialization',
    kind: 'parameter',
    changes: ({ node: { style, explode } }) => {
      if (style === 'deepObject') return [change('style', 'form')];
      return explode === undefined ? [] : [change('explode', !explode)];
    },
  },
];

function change(key: string, value: unknown) {
  return {
    path: [key],
    description: `${key} is ${value}`,
    apply: (parameter: Node) => {
      parameter[key] = value;
    },
  };
}
