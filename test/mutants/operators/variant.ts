import type { Node } from '../node.ts';
import type { Operator } from '../operator.ts';
import { isOpenEnum } from './open-enum.ts';

/** Removes one of the schemas of an `anyOf` or `oneOf`. Of an open enum it removes the plain string; `drop-enum-value` removes values. */
export const variantOperators: readonly Operator[] = [
  {
    name: 'drop-variant',
    kind: 'schema',
    changes: ({ node }) =>
      ['anyOf', 'oneOf'].flatMap((keyword) =>
        variantsOf(node, keyword).flatMap((variant, index) =>
          isOpenEnum(node) && index === 0
            ? []
            : [
                {
                  path: [keyword, String(index)],
                  description: `${variant.$ref ?? JSON.stringify(variant.type)} is not allowed`,
                  apply: (schema: Node) => {
                    schema[keyword] = variantsOf(schema, keyword).filter((_, other) => other !== index);
                  },
                },
              ],
        ),
      ),
  },
];

function variantsOf(schema: Node, keyword: string): readonly Node[] {
  return Array.isArray(schema[keyword]) ? schema[keyword] : [];
}
