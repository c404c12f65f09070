import { type Document, type Operation, operationsOf, type Parameter } from '../document/document.ts';
import { sentPathOf } from '../document/path-template.ts';
import { isWritten } from '../generate/query-serialization.ts';

/**
 * A document as far as Prism reads it. Prism matches no path with a query or a fragment, validates no cookie, and ends the process at some
 * lists and objects. Such a parameter is any text there.
 */
export function withReadableParameters(document: Document): Document {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, object, parameters } of mockedOperations(document)) {
    const { parameters: _, ...item } = document.paths[path] ?? {};
    const shared = Object.fromEntries(Object.entries(item).filter(([key]) => key === 'servers'));
    const readable = parameters.flatMap((parameter) => readableOf(document, parameter));
    const operation = { ...object, parameters: readable };
    paths[sentPathOf(path)] = { ...shared, ...paths[sentPathOf(path)], [method.toLowerCase()]: operation };
  }
  return { ...document, paths };
}

/** The operations that a mock can tell apart: of those that differ in a fixed query or a fragment only, the first. */
export function mockedOperations(document: Document): Operation[] {
  const seen = new Set<string>();
  return operationsOf(document).filter(({ method, path }) => {
    const route = `${method} ${sentPathOf(path)}`;
    const isFirst = !seen.has(route);
    seen.add(route);
    return isFirst;
  });
}

function readableOf(document: Document, parameter: Parameter): object[] {
  const { name, in: place, example } = parameter;
  if (place === 'cookie') return [];
  if (!isWritten(document, { ...parameter, sentName: name })) return [parameter];
  return [{ name, in: place, example, required: place === 'path', schema: {} }];
}
