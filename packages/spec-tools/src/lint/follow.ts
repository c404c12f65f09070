import type { Context, Location } from './rule.ts';

export type Place<Node> = { node: Node; location: Location };

/** The node itself, or the one its `$ref` points to; nothing when the `$ref` is broken, which a rule of Redocly's reports. */
export function follow<Node extends object>(
  { node, location }: Place<Node>,
  resolve: Context['resolve'],
): Place<Node> | undefined {
  if (!('$ref' in node)) return { node, location };
  const target = resolve(node, location.source.absoluteRef);
  if (!target.node || !target.location) return undefined;
  return { node: target.node, location: target.location };
}
