import { sample } from 'openapi-sampler';
import { keysIn, type Node } from '../read/source.ts';

/** The most schema nodes that an example shows. Beyond that it has required properties only. */
const most = 300;

/**
 * Makes examples of a schema that `createSchemaWriter` wrote. Each variant of its unions is in one of them.
 *
 * @param components The schemas that it references.
 */
export function examplesOf(schema: Node, components: Readonly<Record<string, Node>>): unknown[] {
  const first = expand(schema, components, 0);
  const examples: unknown[] = [];
  for (let variant = 0; variant < first.variants; variant++) {
    const { tree } = variant === 0 ? first : expand(schema, components, variant);
    // The types lack this option. By default, depth 15 and more is left out, even where it is required.
    const example = sample(tree, { maxSampleDepth: 100 } as object);
    if (!examples.some((one) => JSON.stringify(one) === JSON.stringify(example))) examples.push(example);
  }
  return examples;
}

/** Replaces references by their targets, and each union by one variant: the chosen one, or else the last. */
function expand(schema: Node, components: Readonly<Record<string, Node>>, chosen: number) {
  let nodes = 0;
  let variants = 1;
  const visit = (given: Node): Node => {
    nodes++;
    const { $ref, anyOf, ...node } = given.$ref ? { ...components[keysIn(given.$ref).at(-1) ?? ''] } : given;
    if ($ref) return visit({ $ref });
    if (anyOf) {
      // An open enum shows a listed value, and a nullable schema a value.
      const shown = anyOf.filter((one: Node) => one.type !== 'null' && !isOpenEnd(one, anyOf));
      variants = Math.max(variants, shown.length);
      return visit(shown[Math.min(chosen, shown.length - 1)] ?? { type: 'null' });
    }
    const { properties = {}, required = [], items, additionalProperties } = node;
    const entries = Object.entries<Node>(properties).filter(([name]) => nodes < most || required.includes(name));
    return {
      ...node,
      ...(node.properties && { properties: Object.fromEntries(entries.map(([name, one]) => [name, visit(one)])) }),
      ...(items && { items: visit(items) }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: visit(additionalProperties) }),
    };
  };
  return { tree: visit(schema), variants };
}

/** Whether a variant makes an enum open. */
function isOpenEnd(variant: Node, variants: readonly Node[]): boolean {
  return !variant.enum && variants.some((other) => other.enum && other.type === variant.type);
}
