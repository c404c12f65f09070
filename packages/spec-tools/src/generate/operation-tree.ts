import type { Document, Operation } from '../document/document.ts';
import { nameProblemOf } from '../document/operation-id.ts';
import { canCall } from './security.ts';

/** Operations nested by the parts of their operationId: `motions/list` is `{ motions: { list: … } }`. */
export interface Tree {
  [name: string]: Operation | Tree;
}

/** A client, and the operations that its credentials allow. */
export interface Client {
  readonly name: string;
  /** The security schemes that it sends, if `x-clients` names them. */
  readonly schemes?: readonly string[];
  readonly tree: Tree;
}

export function isOperation(entry: Operation | Tree): entry is Operation {
  return typeof entry.path === 'string';
}

/** The clients of a vendor. `x-clients` splits the operations by credentials; without it, one client has all operations. */
export function clientsOf(vendor: string, document: Document, operations: readonly Operation[]): Client[] {
  const clients = document['x-clients'];
  if (!clients) return [{ name: pascalCase(vendor), tree: treeOf(operations) }];
  return Object.entries(clients).map(([name, schemes]) => {
    const allowed = operations.filter((operation) => canCall(document, operation, schemes));
    return { name, schemes, tree: treeOf(allowed) };
  });
}

/** The operations of a tree, in its order. */
export function operationsIn(tree: Tree): Operation[] {
  return Object.values(tree).flatMap((entry) => (isOperation(entry) ? [entry] : operationsIn(entry)));
}

function treeOf(operations: readonly Operation[]): Tree {
  const tree: Tree = {};
  for (const operation of operations) {
    const problem = nameProblemOf(operation.id);
    if (problem) throw new Error(problem);
    const groups = operation.id.split('/');
    const name = groups.pop() as string;
    let branch = tree;
    for (const [depth, group] of groups.entries()) {
      const entry = Object.hasOwn(branch, group) ? branch[group] : undefined;
      if (entry && isOperation(entry)) throw clash(groups.slice(0, depth + 1).join('/'));
      const inner = entry ?? {};
      branch[group] = inner;
      branch = inner;
    }
    if (Object.hasOwn(branch, name)) throw clash(operation.id);
    branch[name] = operation;
  }
  return tree;
}

function clash(id: string): Error {
  return new Error(`${id} is the name of two operations, or of an operation and of a group of operations.`);
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
