import { isObject, keysIn, type Node } from '../read/source.ts';
import { reserved } from './sample-schema.ts';

/** An example without properties that its schema does not have: those of the other direction, for example. */
export function fitExample(schema: Node, components: Readonly<Record<string, Node>>, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items, prefixItems = [] } = read(schema, components);
    return value.map((item, index) => fitExample(prefixItems[index] ?? items[0] ?? {}, components, item));
  }
  if (!isObject(value)) return value;
  const { properties, others, isOpen } = read(schema, components);
  const kept = Object.entries<unknown>(value).filter(
    ([name]) => !reserved.includes(name) && (isOpen || properties.has(name)),
  );
  return Object.fromEntries(
    kept.map(([name, one]) => {
      const [first, ...more] = properties.get(name) ?? others;
      return [name, first ? fitExample(more.length > 0 ? { anyOf: [first, ...more] } : first, components, one) : one];
    }),
  );
}

interface Read {
  /** The schemas of each property, one for each variant that has it. */
  readonly properties: ReadonlyMap<string, readonly Node[]>;
  /** The schemas of the properties without a name. */
  readonly others: readonly Node[];
  readonly items: readonly Node[];
  readonly prefixItems: readonly Node[] | undefined;
  readonly isOpen: boolean;
}

/** The properties of a schema and of all its variants. */
function read(schema: Node, components: Readonly<Record<string, Node>>): Read {
  const properties = new Map<string, Node[]>();
  const others: Node[] = [];
  const items: Node[] = [];
  const seen = new Set<Node>();
  let prefixItems: Node[] | undefined;
  let isOpen = false;
  let hasOwn = false;
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.$ref) visit(components[keysIn(node.$ref).at(-1) ?? ''] ?? {});
    for (const [name, property] of Object.entries<Node>(node.properties ?? {})) {
      hasOwn = true;
      properties.set(name, [...(properties.get(name) ?? []), property]);
    }
    if (isObject(node.items)) items.push(node.items);
    prefixItems ??= node.prefixItems;
    if (isObject(node.additionalProperties)) others.push(node.additionalProperties);
    // The open variant of a union is not what an example shows.
    if (node.additionalProperties === true || isObject(node.additionalProperties)) isOpen = true;
    for (const inner of [...(node.anyOf ?? []), ...(node.allOf ?? [])]) visit(inner);
  };
  visit(schema);
  return {
    properties,
    others,
    items: items.length > 1 ? [{ anyOf: items }] : items,
    prefixItems,
    isOpen: isOpen || !hasOwn,
  };
}
