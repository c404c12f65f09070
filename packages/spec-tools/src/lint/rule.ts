/** A place in a document, as Redocly reports it. */
export type Location = {
  source: { absoluteRef: string };
  absolutePointer: string;
  child(path: (string | number)[]): Location;
  key(): Location;
};

export type Resolved<Node> = { node: Node | undefined; location: Location | undefined };

/** What Redocly passes to a visitor beside the node: the part that our rules use. */
export type Context = {
  key: string | number;
  location: Location;
  parent: unknown;
  rawNode: unknown;
  type: { name: string };
  report(problem: { message: string; location?: Location }): void;
  resolve<Node>(node: Node, from?: string): Resolved<Node>;
};

/** Visitors by the name of a node type; `redocly inspect-node-types` lists the names. */
export type Rule = () => Record<string, (node: never, context: Context, resolved: never) => void>;
