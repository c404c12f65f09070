import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { namesIn, patternOf } from '../document/path-template.ts';
import type { Exchange } from './exchange.ts';

/** The operation of a request, and the parts of its URL. */
export interface Match {
  readonly operation: Operation;
  /** The path parameters, not decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** The query without the question mark, not decoded. */
  readonly search: string;
}

/** Finds the operation of a request. A path without template parameters wins over one with them. */
export type Router = (request: Exchange['request']) => Match | undefined;

/** @param url The server's URL. The paths of the spec come after it. */
export function createRouter(document: Document, url: string): Router {
  const base = url.replace(/\/$/, '');
  const routes = operationsOf(document)
    .map((operation) => ({ operation, pattern: patternOf(operation.path), rank: rankOf(operation.path) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : Number(one.rank > other.rank)));
  return ({ method, url: address }) => {
    if (!address.startsWith(`${base}/`)) return undefined;
    const [target = ''] = address.slice(base.length).split('#', 1);
    const end = target.includes('?') ? target.indexOf('?') : target.length;
    for (const { operation, pattern } of routes) {
      const match = operation.method === method.toUpperCase() ? pattern.exec(target.slice(0, end)) : undefined;
      if (!match) continue;
      const path = Object.fromEntries(namesIn(operation.path).map((name, index) => [name, match[index + 1] ?? '']));
      return { operation, path, search: target.slice(end + 1) };
    }
    return undefined;
  };
}

/** A sort key that puts literal segments before templated ones, from the left. */
function rankOf(template: string): string {
  return template.replace(/[^/]+/g, (segment) => (segment.includes('{') ? '1' : '0'));
}
