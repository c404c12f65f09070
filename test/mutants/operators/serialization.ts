import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** Changes how a list or an object is written in a query. */
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
