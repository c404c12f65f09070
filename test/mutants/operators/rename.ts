import type { Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

/** Renames a path, a parameter or a property. */
export const renameOperators: readonly Operator[] = [
  {
    name: 'rename-path',
    kind: 'path',
    changes: ({ path }): Change[] => {
      const [, from = ''] = path;
      const segments = from.split('/');
      const last = segments.filter((segment) => !segment.startsWith('{')).at(-1);
      const to = segments.map((segment) => (segment === last ? `${segment}-renamed` : segment)).join('/');
      return [
        {
          path: [],
          description: `the path is ${to}`,
          apply: (_, document) => {
            document.paths = renameKey(document.paths as Node, from, to);
          },
        },
      ];
    },
  },
  {
    name: 'rename-parameter',
    kind: 'parameter',
    changes: ({ node, operations }): Change[] => {
      const from = String(node.name);
      const to = `${from}${node.in === 'header' ? '-Renamed' : '_renamed'}`;
      return [
        {
          path: ['name'],
          description: `the ${node.in} parameter is ${to}`,
          apply: (parameter, document) => {
            parameter.name = to;
            if (node.in !== 'path') return;
            // The path template names it too, and must name the same parameter.
            for (const path of Object.keys(document.paths as Node)) {
              const item = (document.paths as Record<string, Node>)[path] as Node;
              const isMeant = Object.values(item).some((entry) => operations.has(Object(entry).operationId));
              if (!isMeant) continue;
              document.paths = renameKey(document.paths as Node, path, path.replace(`{${from}}`, `{${to}}`));
            }
          },
        },
      ];
    },
  },
  {
    name: 'rename-property',
    kind: 'schema',
    changes: ({ node }): Change[] =>
      Object.keys(Object(node.properties)).map((from) => ({
        path: ['properties', from],
        description: `the property is ${from}_renamed`,
        apply: (schema) => {
          schema.properties = renameKey(schema.properties as Node, from, `${from}_renamed`);
          if (Array.isArray(schema.required)) {
            schema.required = schema.required.map((name) => (name === from ? `${from}_renamed` : name));
          }
        },
      })),
  },
];

/** Renames a key of an object, and keeps its position. */
function renameKey(object: Node, from: string, to: string): Node {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}
