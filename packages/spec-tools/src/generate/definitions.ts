import type { Document, Operation, Parameter } from '../document/document.ts';
import { requestMediaTypeOf, tableMediaTypesOf } from './media-types.ts';
import { bodyModeOf, fixedValueOf, honorsIdempotencyKey, methodParametersOf } from './method-parameters.ts';
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
  assertPassable(context.document, operation);
  const requestMediaType = body && requestMediaTypeOf(body);
  return {
    method,
    path,
    parameters: parametersOf(context, operation),
    body: bodyModeOf(context.document, operation),
    requestMediaType: requestMediaType === 'application/json' ? undefined : requestMediaType,
    responseMediaTypes: tableMediaTypesOf(operation),
    headers: fixedHeadersOf(operation),
    security: context.security.get(operation),
    server,
    idempotencyKey: honorsIdempotencyKey(operation) || undefined,
    pagination: paginationOf(operation),
  };
}

/**
 * Checks that a method can take all parameters of an operation.
 *
 * @throws {Error} When two parameters have the same name, or a cookie is required.
 */
function assertPassable(document: Document, operation: Operation): void {
  const { id, parameters } = operation;
  const cookie = parameters.find((parameter) => parameter.in === 'cookie' && parameter.required);
  if (cookie) throw new Error(`${id} requires the cookie ${cookie.name}, and clients do not send cookies.`);
  const names = methodParametersOf(operation).map(({ name }) => name);
  if (bodyModeOf(document, operation) === 'whole') names.push('body');
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate === undefined) return;
  throw new Error(`${id} has two parameters called ${duplicate}, and methods take them by name. Rename one.`);
}

function parametersOf(context: Context, operation: Operation): object | undefined {
  const entries = methodParametersOf(operation)
    .map((parameter) => [parameter.name, parameterOf(context, operation, parameter)] as const)
    .filter(([, definition]) => Object.keys(definition).length > 0);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function parameterOf({ document, serialization }: Context, { body }: Operation, parameter: Parameter): object {
  if (parameter.in === 'header') return { in: 'header' };
  if (parameter.in !== 'query') return {};
  return { ...(body && { in: 'query' }), ...ownSerializationOf(document, parameter, serialization) };
}

function fixedHeadersOf({ parameters }: Operation): object | undefined {
  const fixed = parameters.filter((parameter) => fixedValueOf(parameter) !== undefined);
  return fixed.length > 0
    ? Object.fromEntries(fixed.map((parameter) => [parameter.name, String(fixedValueOf(parameter))]))
    : undefined;
}

function paginationOf({ id, object, parameters }: Operation): object | undefined {
  const pagination = object['x-pagination'];
  if (!pagination) return undefined;
  const { style, limit, size, items, key, total, pages } = pagination;
  const parameter = style === 'offset' ? pagination.offset : pagination.page;
  const declared = parameters.find(({ name }) => name === parameter);
  if (!declared)
    throw new Error(`${id}: x-pagination names a parameter that the operation does not declare: ${parameter}.`);
  const { maximum: maxValue } = declared.schema;
  return { parameter, style, maxValue, sizeParameter: limit, defaultSize: size, items, key, total, pages };
}
