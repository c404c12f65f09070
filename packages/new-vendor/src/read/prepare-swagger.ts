import { type Notes, noteOpen } from '../notes.ts';
import { isObject, methods, type Node, nodeAt } from './source.ts';

/**
 * Prepares a Swagger 2.0 document for its converter, which expects a version in quotes and objects, and loses bodies that are parameters of
 * a path or references. Clients use TLS, so `https` is the scheme where it can be.
 *
 * @param notes Receive how lists are separated, where OpenAPI 3 has no style for it.
 */
export function prepareSwagger(document: Node, notes: Notes): Node {
  const { swagger: _, paths, schemes, ...rest } = document;
  const isSecure = !Array.isArray(schemes) || schemes.length === 0 || schemes.includes('https');
  const items = Object.entries(paths).flatMap(([path, item]) =>
    isObject(item) ? [[path, prepareItem(document, item, notes)]] : [],
  );
  return { swagger: '2.0', ...rest, schemes: isSecure ? ['https'] : schemes, paths: Object.fromEntries(items) };
}

function prepareItem(document: Node, { parameters, ...item }: Node, notes: Notes): Node {
  const shared = parametersIn(document, parameters, notes);
  const bodies = shared.filter(isBody);
  const entries = Object.entries(item).flatMap(([key, operation]): [string, unknown][] => {
    if (!methods.includes(key as never) || !isObject(operation)) return operation === null ? [] : [[key, operation]];
    const own = parametersIn(document, operation.parameters, notes);
    const inherited = bodies.filter(
      (body) => !own.some(({ name, in: place }) => name === body.name && place === body.in),
    );
    return [[key, { ...operation, parameters: [...inherited, ...own] }]];
  });
  return { ...Object.fromEntries(entries), parameters: shared.filter((parameter) => !isBody(parameter)) };
}

/** The parameters of a list, with bodies in place of references to them. */
function parametersIn(document: Node, parameters: unknown, notes: Notes): Node[] {
  if (!Array.isArray(parameters)) return [];
  return parameters.filter(isObject).map((parameter) => {
    const target = typeof parameter.$ref === 'string' ? nodeAt(document, parameter.$ref) : undefined;
    noteSeparator(isObject(target) ? target : parameter, notes);
    return isObject(target) && isBody(target) ? target : parameter;
  });
}

function noteSeparator({ name, in: place, collectionFormat }: Node, notes: Notes): void {
  const separators: Readonly<Record<string, string>> = { tsv: 'tabs', ssv: 'spaces', pipes: 'pipes' };
  const separator = separators[String(collectionFormat)];
  const isJoined = place === 'path' || place === 'header';
  // A query has a style for the others.
  if (!separator || (separator !== 'tabs' && !isJoined)) return;
  const sent = isJoined ? 'separated by commas' : 'as repeated parameters';
  noteOpen(
    notes,
    `lists separated by ${separator} in \`${place}\`: OpenAPI 3 has no such style, they are sent ${sent}`,
    name,
  );
}

function isBody({ in: place }: Node): boolean {
  return place === 'body' || place === 'formData';
}
