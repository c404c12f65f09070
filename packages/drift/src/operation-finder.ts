import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import type { Exchange } from '@plumbline/spec-tools/validate/exchange';
import { createFinder } from '@plumbline/spec-tools/validate/validate-exchange';

/** What a request asks for. */
export interface Found {
  readonly operation: Operation;
  /** Where the server is, by the request: its URL goes on with the operation's path. */
  readonly base: string;
}

/** Finds the operation of a request. `foreign`: it is for another host. `unknown`: the vendor's, and no operation of the spec. */
export type OperationFinder = (request: Exchange['request']) => Found | 'foreign' | 'unknown';

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Makes the finder of a document: by the servers that it names, by `baseUrl`, and by any on loopback, where mocks are, with or
 * without the path of a server.
 */
export function createOperationFinder(document: Document, baseUrl?: string): OperationFinder {
  const own = operationsOf(document).flatMap(({ server }) => server ?? []);
  const servers = [...new Set([...document.servers.map(({ url }) => url), ...own])].map(patternOf);
  const given = baseUrl?.replace(/\/+$/, '');
  const finders = new Map<string, ReturnType<typeof createFinder>>();
  const finderOf = (base: string) => {
    const finder = finders.get(base) ?? createFinder(document, base);
    finders.set(base, finder);
    return finder;
  };

  return (request) => {
    const { href, origin, hostname } = new URL(request.url);
    const bases = servers.filter(({ host }) => host.test(origin)).map(({ path }) => origin + path);
    if (given !== undefined && href.startsWith(`${given}/`)) bases.push(given);
    if (loopback.test(hostname)) bases.push(...servers.map(({ path }) => origin + path), origin);
    if (bases.length === 0) return 'foreign';
    for (const base of new Set(bases)) {
      const exchange = { request: { ...request, url: href }, response: { status: 0, headers: {} } };
      const found = finderOf(base)(exchange);
      if (found) return { operation: found.operation, base };
    }
    return 'unknown';
  };
}

/** A server's URL may have variables: `https://{domain}.example.com`. */
function patternOf(server: string): { readonly host: RegExp; readonly path: string } {
  const [, origin = '', path = ''] = /^([^/]+\/\/[^/]+)(.*?)\/*$/.exec(server) ?? [];
  const literals = origin.split(/\{[^}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { host: new RegExp(`^${literals.join('[^/:]+')}$`, 'i'), path };
}
