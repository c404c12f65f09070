import type { Operator } from '../operator.ts';
import type { Node } from '../pointer.ts';

/** A status is not documented any more. */
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
