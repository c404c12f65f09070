import type { Node } from '../node.ts';
import type { Change, Operator } from '../operator.ts';

const kinds = ['requestBody', 'response'] as const;

/** Changes or removes the media type of a body. */
export const mediaTypeOperators: readonly Operator[] = [
  ...kinds.map(
    (kind): Operator => ({
      name: `change-${kind === 'response' ? 'response' : 'request'}-media-type`,
      kind,
      changes: ({ node }) =>
        Object.keys(Object(node.content)).map((from): Change => {
          const to = from.endsWith('json') ? 'application/vnd.changed+json' : 'application/x-changed';
          return {
            path: ['content', from],
            description: `${from} is ${to}`,
            apply: (owner) => {
              const entries = Object.entries(owner.content as Node);
              owner.content = Object.fromEntries(entries.map(([name, media]) => [name === from ? to : name, media]));
            },
          };
        }),
    }),
  ),
  ...kinds.map(
    (kind): Operator => ({
      name: `drop-${kind === 'response' ? 'response' : 'request'}-media-type`,
      kind,
      changes: ({ node }) =>
        Object.keys(Object(node.content)).map(
          (name): Change => ({
            path: ['content', name],
            description: `there is no body of ${name}`,
            apply: (owner) => {
              delete (owner.content as Node)[name];
            },
          }),
        ),
    }),
  ),
];
