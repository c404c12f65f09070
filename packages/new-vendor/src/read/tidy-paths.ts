import { isObject, methods, type Node } from './source.ts';

/**
 * Writes paths as OpenAPI has them: with a slash in front, methods in lower case, and without the query of RFC 6570, as in `/search{?text}`.
 * `expandPath` reads the other expressions.
 */
export function tidyPaths(document: Node): Node {
  const paths: Node = Object(document.paths);
  const items = Object.entries(paths).flatMap(([given, item]): [string, unknown][] => {
    if (given.startsWith('x-') || !isObject(item)) return [[given, item]];
    const { path, query } = tidyTemplate(withSlash(given, paths), namesOf(item));
    const added = query.map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
    const tidied = withLowerCase(item);
    const parameters = Array.isArray(tidied.parameters) ? tidied.parameters : [];
    const written = added.length > 0 ? { ...tidied, parameters: [...added, ...parameters] } : tidied;
    // Two paths must not become one.
    return [[path !== given && Object.hasOwn(paths, path) ? given : path, written]];
  });
  return { ...document, paths: Object.fromEntries(items) };
}

/** A path as OpenAPI has it: some documents leave out the slash in front. */
function withSlash(path: string, paths: Node): string {
  return path.startsWith('/') || Object.hasOwn(paths, `/${path}`) ? path : `/${path}`;
}

/** A path item with its methods in lower case. */
function withLowerCase(item: Node): Node {
  const entries = Object.entries(item).map(([key, value]): [string, unknown] => {
    const name = key.toLowerCase();
    return [methods.includes(name as never) && !Object.hasOwn(item, name) ? name : key, value];
  });
  return Object.fromEntries(entries);
}

/** The names of the path parameters that a path item and its operations declare. */
function namesOf(item: Node): ReadonlySet<string> {
  const lists = [item, ...Object.values(item)].map((node) => Object(node).parameters).filter(Array.isArray);
  return new Set(lists.flat().map((parameter) => Object(parameter).name));
}

/** A path without the expressions of its query, and the names in these. */
function tidyTemplate(given: string, declared: ReadonlySet<string>): { path: string; query: string[] } {
  const query: string[] = [];
  const path = given.replace(/\{\s*([^{}]*?)\s*\}/g, (template: string, expression: string) => {
    if (declared.has(expression) || !/^[?&]/.test(expression)) return template.replace(/\s/g, '');
    query.push(
      ...expression
        .slice(1)
        .split(',')
        .map((name) => name.trim()),
    );
    return '';
  });
  return { path, query };
}
