import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { fixedQueryOf, namesIn, patternOf, sentPathOf } from '../document/path-template.ts';
import type { Exchange } from './exchange.ts';

/** The operation of a request, and the parts of its URL. */
export interface Match {
  readonly operation: Operation;
  /** The path parameters, not decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** The query without the question mark, not decoded. */
  readonly search: string;
}

/**
 * Finds the operation of a request. A path without template parameters wins over one with them, and a path with a fixed query over the
 * same without. Of two paths that differ in their fragment, the first that responds what the request accepts has it.
 */
export type Router = (request: Exchange['request']) => Match | undefined;

/** @param url The server's URL. The paths of the spec come after it, or after the own server of their operation. */
export function createRouter(document: Document, url: string): Router {
  const base = url.replace(/\/$/, '');
  const routes = operationsOf(document)
    .map((operation) => ({
      operation,
      pattern: patternOf(operation.path),
      fixed: fixedQueryOf(operation.path).split('&').filter(Boolean),
      rank: rankOf(operation.path),
    }))
    .sort((one, other) => (one.rank < other.rank ? -1 : Number(one.rank > other.rank)));
  return ({ method, url: address, headers }) => {
    let found: Match | undefined;
    const targetAt = (start: string | undefined) =>
      start !== undefined && address.startsWith(`${start}/`) ? address.slice(start.length).split('#', 1)[0] : undefined;
    const atBase = targetAt(base);
    for (const { operation, pattern, fixed } of routes) {
      if (operation.method !== method.toUpperCase()) continue;
      if (found && sentPathOf(found.operation.path) !== sentPathOf(operation.path)) continue;
      const target = targetAt(operation.server) ?? atBase;
      if (target === undefined) continue;
      const end = target.includes('?') ? target.indexOf('?') : target.length;
      const sent = new Set(target.slice(end + 1).split('&'));
      if (!fixed.every((pair) => sent.has(pair))) continue;
      const match = pattern.exec(target.slice(0, end));
      if (!match) continue;
      const path = Object.fromEntries(namesIn(operation.path).map((name, index) => [name, match[index + 1] ?? '']));
      const one = { operation, path, search: target.slice(end + 1) };
      if (isAccepted(operation, headers.accept ?? '')) return one;
      found ??= one;
    }
    return found;
  };
}

/** A sort key that puts literal segments before templated ones, from the left. */
function rankOf(template: string): string {
  const literals = sentPathOf(template).replace(/[^/]+/g, (segment) => (segment.includes('{') ? '1' : '0'));
  return literals + (fixedQueryOf(template) ? '' : '~');
}

/** Whether a request names a media type of the successes of an operation, as far as both say. */
function isAccepted({ responses }: Operation, accept: string): boolean {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content = {} }]) => Object.keys(content));
  return accept === '' || types.length === 0 || types.some((type) => accept.includes(type.split(';', 1)[0] ?? ''));
}
