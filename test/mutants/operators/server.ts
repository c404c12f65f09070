import type { Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

/** Moves operations to another host. Only the vendor's fixtures kill it: a mock serves any host. */
export const serverOperators: readonly Operator[] = (['document', 'path'] as const).map((kind) => ({
  name: `change-${kind}-server`,
  kind,
  changes: ({ node }) =>
    serversOf(node).map(({ url }, index): Change => {
      const to = String(url).replace('://', '://changed.');
      return {
        path: ['servers', String(index), 'url'],
        description: `the server is ${to}`,
        apply: (owner) => Object.assign(serversOf(owner)[index] ?? {}, { url: to }),
      };
    }),
}));

function serversOf({ servers }: Node): readonly Node[] {
  return Array.isArray(servers) ? servers : [];
}
