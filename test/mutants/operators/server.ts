import type { Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

/** Operations are called on another host. No mock notices: what the vendor prints does. */
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
