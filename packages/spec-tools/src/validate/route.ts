import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { namesIn, patternOf } from '../document/path-template.ts';
import type { Exchange } from './exchange.ts';

/** The operation that a request asks for, and what it says to it in its URL. */
export interface Match {
  readonly operation: Operation;
  /** The texts in the path, as they were sent. */
  readonly path: Readonly<Record<string, string>>;
  /** The query without its question mark, as it was sent. */
  readonly search: string;
}

/** Finds the operation that a request asks for; a path without templates goes before one with them. */
export type Router = (request: Exchange['request']) => Match | undefined;

/** @param url Where the server listens; paths begin after it. */
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

/** Sorts literal segments before templated ones, from the left. */
function rankOf(template: string): string {
  return template.replace(/[^/]+/g, (segment) => (segment.includes('{') ? '1' : '0'));
}
