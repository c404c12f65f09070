import type { Document, Operation } from '../document/document.ts';
import { cookiesOf, type Declaration, pairsOf, readPairs, readSimple } from './deserialize.ts';
import type { Exchange } from './exchange.ts';
import { type KeyPath, nodeAt } from './location.ts';
import type { Match } from './route.ts';

/** The value of a parameter in a request. */
export interface Sent {
  readonly parameter: Declaration;
  /** Parsed by its schema. `undefined` if the request does not have the parameter. */
  readonly value: unknown;
  /** Its names in the query. */
  readonly names: readonly string[];
}

/** The parameters of an operation: its own, and those of its path item that it does not override. */
export function parametersOf(document: Document, { path, method }: Operation): Declaration[] {
  const found = new Map<string, Declaration>();
  for (const list of [
    ['paths', path, 'parameters'],
    ['paths', path, method.toLowerCase(), 'parameters'],
  ]) {
    const count = (nodeAt(document, list) as readonly unknown[] | undefined)?.length ?? 0;
    for (let index = 0; index < count; index++) {
      const parameterPath = [...list, String(index)];
      const parameter = { ...(nodeAt(document, parameterPath) as Declaration), path: parameterPath };
      found.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...found.values()];
}

/** The path of the schema of a parameter or a response header. */
export function schemaPath({ path, content = {} }: Declaration): KeyPath {
  return [...path, ...Object.keys(content).flatMap((mediaType) => ['content', mediaType]), 'schema'];
}

/** Parses the value of each parameter in a request. */
export function readParameters(
  document: Document,
  parameters: readonly Declaration[],
  { headers }: Exchange['request'],
  { path, search }: Match,
): Sent[] {
  const pairs = pairsOf(search);
  const cookies = cookiesOf(headers.cookie);
  return parameters.map((parameter) => {
    const { name, in: location } = parameter;
    const others = new Set(parameters.filter((one) => one.in === location && one !== parameter).map((one) => one.name));
    if (location === 'query') return { parameter, ...readPairs(document, parameter, pairs, others) };
    if (location === 'cookie') return { parameter, ...readPairs(document, parameter, cookies, others), names: [] };
    const text = location === 'path' ? path[name] : headers[name.toLowerCase()];
    return { parameter, value: text === undefined ? undefined : readSimple(document, parameter, text), names: [] };
  });
}
