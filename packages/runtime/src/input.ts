import type { OperationDefinition } from './operation.ts';

type Flat<T> = { [Name in keyof T]: T[Name] };
type Present<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;

type PathParameters<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : unknown;
type QueryParameters<Operation> = Operation extends { parameters: { query?: infer Query } } ? Present<Query> : unknown;
type RequestBody<Operation> = Operation extends { requestBody?: infer Request }
  ? BodyOf<NonNullable<Request>>
  : unknown;
type BodyOf<Request> = [Request] extends [never]
  ? unknown
  : Request extends { content: infer Content }
    ? Content extends { 'application/json': infer Body }
      ? Body
      : Content[keyof Content]
    : unknown;

/** The parameters of an operation as one flat object: path, query and body fields together, by the wire's names. */
export type Input<Operation> = Flat<PathParameters<Operation> & QueryParameters<Operation> & RequestBody<Operation>>;

/** The parameters of an operation whose body is no object, or shares a name with a parameter: the body is `body`. */
export type InputWithBody<Operation> = Flat<
  PathParameters<Operation> & QueryParameters<Operation> & { body: RequestBody<Operation> }
>;

/** Where each parameter goes. */
export interface Placement {
  readonly path: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/** Takes a flat object apart again: what the path template names, what the query takes, and the rest as the body. */
export function place(operation: OperationDefinition, input: Readonly<Record<string, unknown>>): Placement {
  // Without a prototype, so that `__proto__` is a name like any other.
  const path: Record<string, unknown> = Object.create(null);
  const query: Record<string, unknown> = Object.create(null);
  const fields: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(input)) {
    // A form would send the word "undefined".
    if (input[name] === undefined) continue;
    const inQuery = !operation.body || operation.query?.includes(name);
    const part = operation.path.includes(`{${name}}`) ? path : inQuery ? query : fields;
    part[name] = input[name];
  }
  return { path, query, body: bodyOf(operation.body, fields) };
}

function bodyOf(mode: OperationDefinition['body'], fields: Readonly<Record<string, unknown>>): unknown {
  if (mode === 'whole') return fields.body;
  return mode === 'fields' || Object.keys(fields).length > 0 ? fields : undefined;
}
