import { follow, type Place } from './follow.ts';
import type { Context } from './rule.ts';
import type { Schema } from './schema.ts';

export type Parameter = { name: string; in: 'query' | 'path' | 'header' | 'cookie' };

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
  requestBody?: object;
  responses?: Record<string, Response>;
  'x-pagination'?: { style: string } & Record<string, string>;
};

/** The parameters of an operation, those of its path item included. */
export function parametersOf(operation: Operation, { parent, location, resolve }: Context): Parameter[] {
  const pathItem = parent as { parameters?: Parameter[] };
  return [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].flatMap(
    (node) => follow({ node, location }, resolve)?.node ?? [],
  );
}

/** Whether a call must carry credentials: `security: []` and an alternative `{}` let it go without. */
export function isSecured({ security = [] }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => Object.keys(alternative).length > 0);
}

/** The JSON media types of the 200 response, each with its place. */
export function successJson(operation: Operation, { location, resolve }: Context): Place<MediaType>[] {
  const response = operation.responses?.['200'];
  const success = response && follow({ node: response, location: location.child(['responses', '200']) }, resolve);
  if (!success) return [];
  return Object.entries(success.node.content ?? {})
    .filter(([name]) => /[/+]json\b/.test(name))
    .map(([name, node]) => ({ node, location: success.location.child(['content', name]) }));
}
