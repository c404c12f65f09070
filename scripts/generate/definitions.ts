import type { Document, Operation } from '../spec.ts';
import { isOperation, type Tree } from './operation-tree.ts';
import { bodyModeOf } from './request-body.ts';

/** The operations as a client needs them at run time, in as few words as tell it how to send them. */
export function definitionsOf(document: Document, tree: Tree): object {
  const entries = Object.entries(tree).map(([name, entry]) => [
    name,
    isOperation(entry) ? definitionOf(document, entry) : definitionsOf(document, entry),
  ]);
  return Object.fromEntries(entries);
}

/** Whether the vendor honors an `Idempotency-Key` on this operation. */
export function isIdempotent({ parameters }: Operation): boolean {
  return parameters.some((parameter) => parameter.in === 'header' && /^idempotency-key$/i.test(parameter.name));
}

function definitionOf(document: Document, operation: Operation): object {
  const body = bodyModeOf(document, operation);
  const query = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return {
    method: operation.method,
    path: operation.path,
    body,
    query: body && query.length > 0 ? query : undefined,
    headers: fixedHeadersOf(operation),
    security: securityOf(operation),
    server: operation.server,
    idempotent: isIdempotent(operation) || undefined,
    pagination: paginationOf(operation),
  };
}

function securityOf({ object: { security = [] } }: Operation): 'none' | 'optional' | undefined {
  if (security.length === 0) return 'none';
  return security.some((needed) => Object.keys(needed).length === 0) ? 'optional' : undefined;
}

function fixedHeadersOf({ id, parameters, body }: Operation): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (const { name, schema, required } of parameters.filter((parameter) => parameter.in === 'header')) {
    if (schema.const !== undefined) headers[name] = String(schema.const);
    else if (required)
      throw new Error(`${id}: the required header ${name} has no fixed value, and methods take no headers.`);
  }
  const form = 'application/x-www-form-urlencoded';
  if (body && !('application/json' in body.content) && form in body.content) headers['Content-Type'] = form;
  return Object.keys(headers).length > 0 ? headers : undefined;
}

function paginationOf({ id, object, parameters }: Operation): object | undefined {
  const pagination = object['x-pagination'];
  if (!pagination) return undefined;
  const { offset, page, style, ...rest } = pagination;
  const parameter = style === 'offset' ? offset : page;
  const moving = parameters.find(({ name }) => name === parameter);
  if (!moving) throw new Error(`${id}: x-pagination names a parameter that the operation has not: ${parameter}.`);
  return { parameter, style, maximum: moving.schema.maximum, ...rest };
}

/** How arrays and objects stand in a query. openapi-fetch takes one way for a client, so the operations must agree. */
export function querySerializationOf(operations: readonly Operation[]): object {
  return { array: wayOf('array', operations), object: wayOf('object', operations) };
}

function wayOf(type: 'array' | 'object', operations: readonly Operation[]): object | undefined {
  const found = operations.flatMap(({ id, parameters }) =>
    parameters
      .filter((parameter) => parameter.in === 'query' && parameter.schema.type === type)
      .map(({ style = 'form', explode = style === 'form' }) => ({ id, way: { style, explode } })),
  );
  const [first] = found;
  const different = found.find(({ way }) => way.style !== first?.way.style || way.explode !== first.way.explode);
  if (different) throw new Error(`${different.id} serializes an ${type} in another way than ${first?.id}.`);
  return first?.way;
}
