import type { Document, Operation } from '../spec.ts';

/** Operations by the parts of their operationId: `motions/list` is `{ motions: { list: … } }`. */
export interface Tree {
  [name: string]: Operation | Tree;
}

/** A client, and the operations that its credentials open. */
export interface Client {
  readonly name: string;
  readonly tree: Tree;
}

export function isOperation(entry: Operation | Tree): entry is Operation {
  return typeof entry.path === 'string';
}

/** The clients of a vendor: `x-clients` splits the operations by their credentials, else one client has them all. */
export function clientsOf(vendor: string, document: Document, operations: readonly Operation[]): Client[] {
  const clients = document['x-clients'];
  if (!clients) return [{ name: pascalCase(vendor), tree: treeOf(operations) }];
  return Object.entries(clients).map(([name, schemes]) => {
    const opens = ({ object: { security = [] } }: Operation) =>
      security.length === 0 ||
      security.some((needed) => Object.keys(needed).every((scheme) => schemes.includes(scheme)));
    return { name, tree: treeOf(operations.filter(opens)) };
  });
}

function treeOf(operations: readonly Operation[]): Tree {
  const tree: Tree = {};
  for (const operation of operations) {
    const parts = operation.id.split('/');
    const name = parts.pop() as string;
    let branch = tree;
    for (const part of parts) {
      branch[part] ??= {};
      branch = branch[part] as Tree;
    }
    if (name in branch) throw new Error(`${operation.id} is the name of an operation and of a group of operations.`);
    branch[name] = operation;
  }
  if ('api' in tree)
    throw new Error('`api` is the name of the openapi-fetch client; no operationId may begin with it.');
  return tree;
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
