import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** Removes a documented status. */
export const responseOperators: readonly Operator[] = [
  {
    name: 'drop-response',
    kind: 'operation',
    changes: ({ node }) =>
      Object.keys(node.responses as Node).map((status) => ({
        path: ['responses', status],
        description: `${status} is not declared`,
        apply: (operation: Node) => {
          delete (operation.responses as Node)[status];
        },
      })),
  },
];
