import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';

/** Makes what is required optional, and the other way round. */
export const requiredOperators: readonly Operator[] = [
  {
    name: 'drop-required',
    kind: 'schema',
    changes: ({ node }) =>
      namesOf(node.required).map((name) => ({
        path: ['required'],
        detail: name,
        description: `${name} is optional`,
        apply: (schema: Node) => {
          schema.required = namesOf(schema.required).filter((other) => other !== name);
        },
      })),
  },
  {
    name: 'add-required',
    kind: 'schema',
    changes: ({ node }) =>
      Object.keys(Object(node.properties))
        .filter((name) => !namesOf(node.required).includes(name))
        .map((name) => ({
          path: ['required'],
          detail: name,
          description: `${name} is required`,
          apply: (schema: Node) => {
            schema.required = [...namesOf(schema.required), name];
          },
        })),
  },
  // A path without its parameter is another path, so OpenAPI has no optional ones.
  ...(['parameter', 'requestBody'] as const).map(
    (kind): Operator => ({
      name: kind === 'parameter' ? 'flip-required-parameter' : 'flip-required-body',
      kind,
      changes: ({ node }) =>
        node.in === 'path'
          ? []
          : [
              {
                path: ['required'],
                description: `the ${kind === 'parameter' ? `parameter ${node.name}` : 'body'} is ${node.required ? 'optional' : 'required'}`,
                apply: (owner: Node) => {
                  owner.required = !owner.required;
                },
              },
            ],
    }),
  ),
];

function namesOf(required: unknown): readonly string[] {
  return Array.isArray(required) ? required : [];
}
