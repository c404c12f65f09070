import { type Document, type Operation, resolve, type Schema } from '../document/document.ts';
import { fixedQueryOf, sentPathOf } from '../document/path-template.ts';
import { keysOfPlace } from '../document/pointer.ts';
import { encodingOf } from './body-encoding.ts';
import { redirects, requestMediaTypeOf, tableKindsOf, tableMediaTypesOf } from './media-types.ts';
import {
  bodyModeOf,
  fixedValueOf,
  honorsIdempotencyKey,
  type MethodParameter,
  methodParametersOf,
} from './method-parameters.ts';
import { type Client, isOperation, operationsIn, type Tree } from './operation-tree.ts';
import { ownSerializationOf, type QuerySerialization } from './query-serialization.ts';
import { type Alternatives, ownSecurityOf } from './security.ts';

/** The inputs of a definition besides its operation. */
interface Context {
  readonly document: Document;
  readonly serialization: QuerySerialization;
  readonly security: ReadonlyMap<Operation, Alternatives>;
}

/** The operation table of a client: the data that it needs at run time to send each operation. Defaults are left out. */
export function definitionsOf(document: Document, client: Client, serialization: QuerySerialization): object {
  const security = ownSecurityOf(document, operationsIn(client.tree), client.schemes);
  return tableOf({ document, serialization, security }, client.tree);
}

function tableOf(context: Context, tree: Tree): object {
  const entries = Object.entries(tree).map(([name, entry]) => [
    name,
    isOperation(entry) ? definitionOf(context, entry) : tableOf(context, entry),
  ]);
  return Object.fromEntries(entries);
}

function definitionOf(context: Context, operation: Operation): object {
  const { method, path, body, server } = operation;
  const requestMediaType = body && requestMediaTypeOf(body);
  return {
    method,
    path: sentPathOf(path),
    query: fixedQueryOf(path) || undefined,
    parameters: parametersOf(context, operation),
    body: bodyModeOf(context.document, operation),
    requestMediaType: requestMediaType === 'application/json' ? undefined : requestMediaType,
    encoding: encodingOf(context.document, operation),
    responseMediaTypes: tableMediaTypesOf(operation),
    responseKinds: tableKindsOf(context.document, operation),
    redirects: redirects(operation) || undefined,
    headers: fixedHeadersOf(operation),
    security: context.security.get(operation),
    server,
    idempotencyKey: honorsIdempotencyKey(operation) || undefined,
    pagination: paginationOf(context.document, operation),
  };
}

function parametersOf(context: Context, operation: Operation): object | undefined {
  const entries = methodParametersOf(operation)
    .map((parameter): [string, object] => [parameter.name, parameterOf(context, operation, parameter)])
    .filter(([, definition]) => Object.keys(definition).length > 0);
  // The path has a parameter called `body`, which the method takes under another name.
  if (operation.path.includes('{body}') && bodyModeOf(context.document, operation) === 'whole')
    entries.push(['body', { in: 'body' }]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function parameterOf({ document, serialization }: Context, { body }: Operation, parameter: MethodParameter): object {
  const { in: place, name, sentName } = parameter;
  const isImplied = place === 'path' ? name === sentName : place === 'query' && !body;
  return {
    ...(!isImplied && { in: place }),
    ...(name !== sentName && { name: sentName }),
    ...ownSerializationOf(document, parameter, serialization),
  };
}

function fixedHeadersOf({ parameters }: Operation): object | undefined {
  const fixed = parameters.filter((parameter) => fixedValueOf(parameter) !== undefined);
  return fixed.length > 0
    ? Object.fromEntries(fixed.map((parameter) => [parameter.name, String(fixedValueOf(parameter))]))
    : undefined;
}

function paginationOf(document: Document, operation: Operation): object | undefined {
  const pagination = operation.object['x-pagination'];
  if (!pagination) return undefined;
  const { style, limit, size, items, key, next, last, more, total, pages } = pagination;
  const isCounted = style === 'offset' || style === 'page';
  const parameter = style === 'link' ? undefined : pagination[style];
  const maxValue = isCounted ? schemaOf(document, operation, parameter)?.maximum : undefined;
  if (style !== 'link' && !schemaOf(document, operation, parameter))
    throw new Error(
      `${operation.id}: x-pagination names a parameter that the operation does not declare: ${parameter}.`,
    );
  const places = Object.entries({ items, more, ...(isCounted ? { total, pages } : { next, last }) });
  return {
    parameter,
    style,
    maxValue,
    sizeParameter: isCounted ? limit : undefined,
    defaultSize: isCounted ? size : undefined,
    ...Object.fromEntries(places.map(([name, place]) => [name, place === undefined ? place : keysOfPlace(place)])),
    key,
  };
}

/** The schema of a query parameter, or of a field of the request body; undefined if a method does not take it by its name. */
function schemaOf(document: Document, operation: Operation, name = ''): Schema | undefined {
  const declared = operation.parameters.find((parameter) => parameter.name === name);
  if (declared) return declared.schema;
  const { body } = operation;
  if (!body || bodyModeOf(document, operation) === 'whole') return undefined;
  const { properties = {} } = resolve(document, body.content[requestMediaTypeOf(body)]?.schema ?? {});
  return Object.hasOwn(properties, name) ? resolve(document, properties[name] ?? {}) : undefined;
}
