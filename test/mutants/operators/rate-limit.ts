import type { Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

/** Removes or changes a rate limit. Only the vendor's fixtures kill it: no mock has a rate limit. */
export const rateLimitOperators: readonly Operator[] = [
  operator('drop-rate-limit', (limit) => ({
    description: `${limit.requests} requests in ${limit.seconds} s are not a limit`,
    change: () => [],
  })),
  operator('change-rate-limit', (limit) => ({
    description: `${limit.requests} requests in ${limit.seconds} s are ${Number(limit.requests) + 1}`,
    change: (each) => [{ ...each, requests: Number(each.requests) + 1 }],
  })),
];

function operator(
  name: string,
  variant: (limit: Node) => { description: string; change: (limit: Node) => readonly Node[] },
): Operator {
  return {
    name,
    kind: 'document',
    changes: ({ node }) =>
      limitsOf(node).map((limit, index): Change => {
        const { description, change } = variant(limit);
        return {
          path: ['x-rate-limits', String(index)],
          description,
          apply: (document) => {
            document['x-rate-limits'] = limitsOf(document).flatMap((each, other) =>
              other === index ? change(each) : [each],
            );
          },
        };
      }),
  };
}

function limitsOf(document: Node): readonly Node[] {
  return Array.isArray(document['x-rate-limits']) ? document['x-rate-limits'] : [];
}
