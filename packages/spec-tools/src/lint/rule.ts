/** A location in a document, as Redocly reports it. */
export type Location = {
  source: { absoluteRef: string };
  absolutePointer: string;
  child(path: (string | number)[]): Location;
  key(): Location;
};

export type Resolved<Node> = { node: Node | undefined; location: Location | undefined };

/** The context of a visitor: the part of Redocly's that our rules use. */
export type Context = {
  key: string | number;
  location: Location;
  parent: unknown;
  rawNode: unknown;
  type: { name: string };
  report(problem: { message: string; location?: Location }): void;
  resolve<Node>(node: Node, from?: string): Resolved<Node>;
};

/** A node type of Redocly. `redocly inspect-node-types` lists its own. */
export type NodeType = {
  properties: Record<string, unknown>;
  items?: string;
  additionalProperties?: unknown;
  extensionsPrefix?: string;
  required?: string[] | ((node: Record<string, unknown>) => string[]);
  requiredOneOf?: string[];
  allowed?: (node: Record<string, unknown>) => string[];
};

/** Visitors by node type. */
export type Rule = () => Record<string, (node: never, context: Context, resolved: never) => void>;

export type Located<Node> = { node: Node; location: Location };

/** Resolves the `$ref` of a node. Returns nothing if the `$ref` is broken, which one of Redocly's rules reports. */
export function follow<Node extends object>(
  { node, location }: Located<Node>,
  resolve: Context['resolve'],
): Located<Node> | undefined {
  if (!('$ref' in node)) return { node, location };
  const target = resolve(node, location.source.absoluteRef);
  if (!target.node || !target.location) return undefined;
  return { node: target.node, location: target.location };
}
