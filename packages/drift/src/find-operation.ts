import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createFinder } from '@plumbline/spec-tools/validate/validate-exchange';

/** A server of the vendor that a request was sent to, and the operation that it calls, where the spec has it. */
export interface RequestTarget {
  /** The address before the operation's path. */
  readonly server: string;
  readonly operation: Operation | undefined;
}

/** Finds the target of a request; nothing where it was sent to another host. */
export type FindTarget = (request: Exchange['request']) => RequestTarget | undefined;

/** Makes the finder for a document. @param baseUrl A server besides those of the document. */
export function createTargetFinder(document: Document, baseUrl?: string): FindTarget {
  const own = operationsOf(document).flatMap(({ server }) => server ?? []);
  const urls = [...(baseUrl === undefined ? [] : [baseUrl]), ...document.servers.map(({ url }) => url), ...own];
  const patterns = [...new Set(urls)].map(serverPattern);
  const finders = new Map<string, ReturnType<typeof createFinder>>();

  return (request) => {
    const url = new URL(request.url).href;
    const servers = patterns.flatMap((pattern) => pattern.exec(url)?.[0] ?? []);
    for (const server of servers) {
      const find = finders.get(server) ?? createFinder(document, server);
      finders.set(server, find);
      const match = find({ request: { ...request, url }, response: { status: 0, headers: {} } });
      if (match) return { server, operation: match.operation };
    }
    return servers[0] === undefined ? undefined : { server: servers[0], operation: undefined };
  };
}

/** A server's URL may have variables: `https://{domain}.example.com`. */
function serverPattern(server: string): RegExp {
  const literals = server.replace(/\/+$/, '').split(/\{[^}]+\}/);
  const escaped = literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/:]+')}(?=/)`, 'i');
}
