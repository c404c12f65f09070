import { type Document, type Operation, operationsOf, type Parameter } from '@plumbline/spec-tools/document/document';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import { variablePrefix } from './access.ts';
import type { Environment } from './live-clients.ts';

/** What a call is made with, or why it cannot be made. */
export type Input =
  | { readonly parameters: Readonly<Record<string, unknown>> }
  | { readonly why: string /** Whether an answer to come may change it. */; readonly waits: boolean };

/** Where the parameters of reads come from. */
export interface InputSource {
  inputOf(operation: Operation): Input;
  /** Keeps the body of a list, for the ids in it. */
  keep(operation: Operation, body: unknown): void;
}

/** How many items a list is asked for: enough to see fields that not every item has. */
const pageSize = 50;

/**
 * Finds the parameters that reads require. First in the environment; then, for one in the path, in the first item of the list
 * that the path begins with: `/users/{user_id}` and all below it take the `user_id`, else the `id`, of the first of `/users`.
 */
export function createInputSource(vendor: string, document: Document, environment: Environment): InputSource {
  const lists = new Map(
    operationsOf(document).flatMap((one) => (one.method === 'GET' ? [[one.path, one] as const] : [])),
  );
  const bodies = new Map<string, unknown>();

  const find = (
    operation: Operation,
    { name, in: place }: Parameter,
  ): { value: unknown } | { why: string; waits: boolean } => {
    const variable = parameterVariable(vendor, operation, name);
    if (environment[variable]) return { value: environment[variable] };
    const list =
      place === 'path' ? lists.get(operation.path.slice(0, operation.path.indexOf(`/{${name}}`))) : undefined;
    if (!list) return { why: `no list has its ${name}; set ${variable}`, waits: false };
    const value = firstId(list, bodies.get(list.path), name);
    if (value !== undefined) return { value };
    return { why: `${list.id} gave no ${name}; set ${variable}`, waits: !bodies.has(list.path) };
  };

  return {
    keep: ({ path }, body) => void bodies.set(path, body),
    inputOf: (operation) => {
      const parameters: Record<string, unknown> = {};
      for (const parameter of methodParametersOf(operation)) {
        if (!parameter.required) continue;
        const found = find(operation, parameter);
        if ('why' in found) return found;
        parameters[parameter.name] = found.value;
      }
      const limit = operation.parameters.find(({ name }) => name === operation.object['x-pagination']?.limit);
      if (limit) parameters[limit.name] = Math.min(limit.schema.maximum ?? pageSize, pageSize);
      return { parameters };
    },
  };
}

/** The environment variable for a required parameter of a read: `MAGNIFY_MOTION_ID`, and `MAGNETIQ_CONSUMERS_ID` for a bare `id`. */
export function parameterVariable(vendor: string, { path }: Operation, name: string): string {
  const [, resource = ''] = /([^/{}]+)\/\{id\}/.exec(path) ?? [];
  const words = name === 'id' ? `${resource}_id` : name;
  const snake = words.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_');
  return variablePrefix(vendor) + snake.toUpperCase();
}

/** A parameter that a read requires: the environment variable that it is taken from, and whether a list may give it instead. */
export interface ReadParameter {
  readonly variable: string;
  readonly isListed: boolean;
  readonly example: unknown;
}

/** The parameters that the reads of a vendor require, each variable once. */
export function readParametersOf(vendor: string, document: Document): readonly ReadParameter[] {
  const reads = operationsOf(document).filter(({ method }) => method === 'GET');
  const paths = new Set(reads.map(({ path }) => path));
  const found = reads.flatMap((operation) =>
    methodParametersOf(operation)
      .filter(({ required }) => required)
      .map(({ name, example }): [string, ReadParameter] => {
        const list = operation.path.slice(0, Math.max(operation.path.indexOf(`/{${name}}`), 0));
        const variable = parameterVariable(vendor, operation, name);
        return [variable, { variable, isListed: paths.has(list), example }];
      }),
  );
  return [...new Map(found).values()];
}

function firstId({ object }: Operation, body: unknown, name: string): unknown {
  const items = object['x-pagination']?.items;
  const list = items
    ? Object(body)[items]
    : Array.isArray(body)
      ? body
      : Object.values(Object(body)).find(Array.isArray);
  const first = Array.isArray(list) ? Object(list[0]) : {};
  const id = first[name] ?? first.id;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}
