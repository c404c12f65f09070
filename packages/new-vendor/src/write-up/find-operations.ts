import type { Notes } from '../notes.ts';
import { follow, methods, type Node, type Source } from '../read/source.ts';
import { expandPath } from './expand-path.ts';

/** An operation of a document, with the parameters and the servers of its path. */
export interface FoundOperation {
  readonly method: string;
  readonly path: string;
  /** The path as the document has it. */
  readonly template: string;
  readonly operation: Node;
}

/** Finds the operations of a document that the notes do not leave out. Adds those that no client can send. */
export function findOperations(source: Source, notes: Notes): FoundOperation[] {
  return Object.entries<Node>(source.document.paths).flatMap(([given, item]) => {
    // What else is there are extensions.
    if (given.startsWith('x-')) return [];
    const template = withSlash(given);
    if (item.trace) notes.leftOut.push({ method: 'trace', path: template, reason: '`fetch` cannot send TRACE.' });
    return methods.flatMap((method) => {
      const isLeftOut = (path: string) =>
        notes.leftOut.some((one) => one.method === method && withSlash(one.path) === path);
      const operation = item[method];
      if (!operation || isLeftOut(template)) return [];
      const declared: Node[] = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const { path, parameters } = expandPath(
        template,
        declared.map((one) => follow(source, one)),
        notes,
      );
      if (isLeftOut(path)) return [];
      const servers = operation.servers ?? item.servers;
      return [{ method, path, template, operation: { ...operation, parameters, servers } }];
    });
  });
}

/** A path with a slash at its start, without which it would continue the name of the host. */
function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
