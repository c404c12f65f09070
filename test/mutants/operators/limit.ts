import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];

/** Moves a limit by one in either direction, or removes a pattern or a format. */
export const limitOperators: readonly Operator[] = [
  moveLimits('loosen', -1),
  moveLimits('tighten', 1),
  {
    name: 'drop-pattern',
    kind: 'schema',
    changes: ({ node }) => drop(node, 'pattern'),
  },
  {
    name: 'loosen-pattern',
    kind: 'schema',
    changes: ({ node: { pattern } }) =>
      typeof pattern !== 'string'
        ? []
        : [pattern.replace(/^\^/, ''), pattern.replace(/\$$/, '')]
            .filter((loose) => loose !== pattern)
            .map((loose) => ({
              path: ['pattern'],
              detail: loose,
              description: `the pattern is not anchored: ${loose}`,
              apply: (schema: Node) => {
                schema.pattern = loose;
              },
            })),
  },
  {
    // int32 and int64 say how an integer is stored. JSON has one kind of number, and validators allow any integer.
    name: 'drop-format',
    kind: 'schema',
    changes: ({ node }) => (/^int/.test(String(node.format)) ? [] : drop(node, 'format')),
  },
];

function moveLimits(verb: 'loosen' | 'tighten', inward: 1 | -1): Operator {
  return {
    name: `${verb}-limit`,
    kind: 'schema',
    changes: ({ node, carriers }) =>
      [...lower, ...upper].flatMap((keyword) => {
        const limit = node[keyword];
        if (typeof limit !== 'number') return [];
        const moved = limit + (lower.includes(keyword) ? inward : -inward);
        if (moved < 0 && /Length|Items|Properties/.test(keyword)) return [];
        // A path with an empty value is another path, so a path parameter is never empty, with or without minLength.
        if (keyword === 'minLength' && moved === 0 && carriers.size === 1 && carriers.has('path')) return [];
        return [
          {
            path: [keyword],
            description: `${keyword} is ${moved}`,
            apply: (schema: Node) => {
              schema[keyword] = moved;
            },
          },
        ];
      }),
  };
}

function drop(node: Node, keyword: string) {
  if (node[keyword] === undefined) return [];
  return [
    {
      path: [keyword],
      description: `there is no ${keyword} ${node[keyword]}`,
      apply: (schema: Node) => {
        delete schema[keyword];
      },
    },
  ];
}
