import { type Context, follow, type Located } from './rule.ts';
import type { Schema } from './schema-nodes.ts';

export type Parameter = { name: string; in: 'query' | 'path' | 'header' | 'cookie'; schema?: Schema };

export type MediaType = {
  schema?: Schema;
  examples?: Record<string, unknown>;
  encoding?: Record<string, unknown>;
};

export type Response = { content?: Record<string, MediaType>; headers?: Record<string, { schema?: Schema }> };

export type Operation = {
  operationId?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, MediaType> };
  responses?: Record<string, Response>;
  'x-pagination'?: { style: string } & Record<string, string>;
};

type Place = Pick<Context, 'parent' | 'location' | 'resolve'>;

/** The parameters of an operation, including those of its path item. */
export function parametersOf(operation: Operation, place: Place): Parameter[] {
  return locatedParametersOf(operation, place).map(({ node }) => node);
}

/** The parameters of an operation, including those of its path item, each with its location. */
export function locatedParametersOf(operation: Operation, { parent, location, resolve }: Place): Located<Parameter>[] {
  const pathItem = parent as { parameters?: Parameter[] };
  return [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].flatMap(
    (node) => follow({ node, location }, resolve) ?? [],
  );
}

/** The schemas of the request body, each with its location. */
export function requestBodyOf(operation: Operation, { location, resolve }: Omit<Place, 'parent'>): Located<Schema>[] {
  const { requestBody: node } = operation;
  const body = node && follow({ node, location: location.child(['requestBody']) }, resolve);
  return Object.entries(body?.node.content ?? {}).flatMap(([name, { schema }]) =>
    schema && body ? { node: schema, location: body.location.child(['content', name, 'schema']) } : [],
  );
}

/** Whether a request must have credentials. With `security: []` or an alternative `{}` it need not. */
export function isSecured({ security = [] }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);
}

/** The JSON media types of the 200 response, each with its location. */
export function successJson(operation: Operation, { location, resolve }: Omit<Place, 'parent'>): Located<MediaType>[] {
  const response = operation.responses?.['200'];
  const success = response && follow({ node: response, location: location.child(['responses', '200']) }, resolve);
  if (!success) return [];
  return Object.entries(success.node.content ?? {})
    .filter(([name]) => /[/+]json\b/.test(name))
    .map(([name, node]) => ({ node, location: success.location.child(['content', name]) }));
}
