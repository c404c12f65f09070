import type { Operation, Server } from '../document/operations.ts';
import { nearest, SandboxError } from '../sandbox-error.ts';

/** The operation of a request, and the values of its path and its query, not decoded. */
export interface Match {
  readonly operation: Operation;
  readonly path: ReadonlyMap<string, string>;
  readonly search: string;
}

/**
 * Finds the operation of a request. At a server of the document, the path of that server comes first. At any other host, such as that of
 * a mock, it may be there or not.
 *
 * @throws {SandboxError} If the document has no such operation. The message names the nearest ones.
 */
export function route(
  operations: readonly Operation[],
  { method, url, headers }: { readonly method: string; readonly url: string; readonly headers?: Headers },
): Match {
  const { origin, pathname, search } = new URL(url);
  const isHere = (server: Server) => server.origin.test(origin);
  const isKnown = operations.some(({ servers }) => servers.some(isHere));
  const pairs = search.slice(1).split('&');
  let found: Match | undefined;
  for (const operation of operations) {
    if (operation.method !== method || !operation.fixed.every((pair) => pairs.includes(pair))) continue;
    // Of two operations that only a fragment tells apart, it is the one whose query is complete and whose response is accepted.
    if (found && String(found.operation.pattern) !== String(operation.pattern)) continue;
    // The token endpoint of an API may have a host of its own. It is not at the API's host.
    const servers = isKnown ? operation.servers.filter(isHere) : [{ prefix: /^/ }, ...operation.servers];
    for (const { prefix } of servers) {
      const match = prefix.test(pathname) ? operation.pattern.exec(pathname.replace(prefix, '')) : null;
      if (!match) continue;
      const path = new Map(operation.names.map((name, index) => [name, match[index + 1] ?? '']));
      const one = { operation, path, search: search.slice(1) };
      if (hasQuery(operation, pairs) && isAccepted(operation, headers?.get('accept') ?? '')) return one;
      found ??= one;
    }
  }
  if (found) return found;
  const prefixes = isKnown ? [] : operations.flatMap(({ servers }) => servers.map(({ prefix }) => prefix));
  const prefix = prefixes.find((one) => one.exec(pathname)?.[0]) ?? '';
  const sent = pathname.replace(prefix, '').split('/');
  // With the values of the request, paths differ where the request is wrong.
  const known = operations.map(({ method: verb, path, servers }) => {
    const { path: start = '' } = servers.find(isHere) ?? {};
    const parts = `${start}${path}`
      .split('/')
      .map((part, index) => (/^\{[^}]+\}$/.test(part) ? (sent[index] ?? part) : part));
    return `${verb} ${parts.join('/')}`;
  });
  const near = nearest(`${method} ${sent.join('/')}`, known);
  throw new SandboxError(`The document has no operation ${method} ${pathname}.${near}`);
}

function hasQuery({ parameters }: Operation, pairs: readonly string[]): boolean {
  return parameters.every(
    ({ in: place, name, required }) =>
      place !== 'query' ||
      !required ||
      pairs.some((pair) => pair.startsWith(name) || pair.startsWith(encodeURIComponent(name))),
  );
}

/** Whether a request names a media type of the successes of an operation, as far as both say. */
function isAccepted({ responses }: Operation, accept: string): boolean {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content = {} }]) => Object.keys(content));
  return accept === '' || types.length === 0 || types.some((type) => accept.includes(type.split(';', 1)[0] ?? ''));
}
