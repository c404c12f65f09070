import type { Document, Operation } from '../document/document.ts';
import type { Exchange } from './exchange.ts';
import { nodeAt, type Place } from './location.ts';
import { type Declared, pairsOf, readPairs, readSimple } from './parameter.ts';
import type { Match } from './route.ts';

/** What a request has of a parameter. */
export interface Sent {
  readonly parameter: Declared;
  /** As its schema reads it; nothing where the request does not have it. */
  readonly value: unknown;
  /** The names that it has in the query. */
  readonly names: readonly string[];
}

/** The parameters of an operation: its own, and those of its path that it does not replace. */
export function parametersOf(document: Document, { path, method }: Operation): Declared[] {
  const found = new Map<string, Declared>();
  for (const list of [
    ['paths', path, 'parameters'],
    ['paths', path, method.toLowerCase(), 'parameters'],
  ]) {
    const count = (nodeAt(document, list) as readonly unknown[] | undefined)?.length ?? 0;
    for (let index = 0; index < count; index++) {
      const place = [...list, String(index)];
      const parameter = { ...(nodeAt(document, place) as Declared), place };
      found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

/** Where the schema of a parameter or a response header is. */
export function schemaPlace({ place, content = {} }: Declared): Place {
  return [...place, ...Object.keys(content).flatMap((mediaType) => ['content', mediaType]), 'schema'];
}

/** Reads what a request has of each of the parameters. */
export function readParameters(
  document: Document,
  parameters: readonly Declared[],
  { headers }: Exchange['request'],
  { path, search }: Match,
): Sent[] {
  const pairs = pairsOf(search);
  return parameters.map((parameter) => {
    const { name, in: place } = parameter;
    if (place === 'query') return { parameter, ...readPairs(document, parameter, pairs) };
    const text = place === 'path' ? path[name] : headers[name.toLowerCase()];
    return { parameter, value: text === undefined ? undefined : readSimple(document, parameter, text), names: [] };
  });
}
