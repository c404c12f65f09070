import type { OperationDefinition } from '../pipeline/operation.ts';
import { Bare, ownValue } from '../pipeline/own-value.ts';

type Simplify<T> = { [Name in keyof T]: T[Name] };
type OrUnknown<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;

type PathParameters<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : unknown;
type QueryParameters<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? OrUnknown<Query>
  : unknown;
type HeaderParameters<Operation> = Operation extends { parameters: { header?: infer Header } }
  ? OpenHeaders<OrUnknown<Header>>
  : unknown;

/** Headers that the client sets itself, in lower case. The generator of the operation table omits the same names. */
type ClientHeader = 'accept' | 'authorization' | 'content-type' | 'idempotency-key';
/** The headers that a caller can choose. The client itself sends a required header that has only one possible value. */
type OpenHeaders<Headers> = {
  [Name in keyof Headers as Lowercase<Name & string> extends ClientHeader
    ? never
    : IsLiteral<Headers[Name]> extends true
      ? never
      : Name]: Headers[Name];
};
/** Whether a type is a single literal: neither a union nor all of `string`, `number` or `boolean`. */
type IsLiteral<T> = [T] extends [string]
  ? IsMember<string, T>
  : [T] extends [number]
    ? IsMember<number, T>
    : [T] extends [boolean]
      ? IsMember<boolean, T>
      : false;
type IsMember<All, T> = [All] extends [T] ? false : IsUnion<T> extends true ? false : true;
type IsUnion<T, All = T> = T extends unknown ? ([All] extends [T] ? false : true) : never;

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

type Parameters<Operation> = PathParameters<Operation> & QueryParameters<Operation> & HeaderParameters<Operation>;

/** The parameters of an operation as one flat object of path, query, header and body fields, with their names on the wire. */
export type Input<Operation> = Simplify<Parameters<Operation> & RequestBody<Operation>>;

/** The parameters of an operation whose request body is `body`: it is not an object, or has a field named as a parameter. */
export type InputWithBody<Operation> = Simplify<Parameters<Operation> & { body: RequestBody<Operation> }>;

/** The parts of a request that parameters belong to. Empty parts are absent, except `path`. */
export interface RequestParts {
  path: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, unknown>;
  body?: unknown;
}

/** Splits a flat object into path, query and header parameters, and the fields of the request body. */
export function splitInput(operation: OperationDefinition, input: Readonly<Record<string, unknown>>): RequestParts {
  const { parameters, body } = operation;
  // No prototype, so that `__proto__` is an ordinary name.
  const createPart = () => new Bare();
  const parts = new Bare() as unknown as Omit<RequestParts, 'body'> & { body?: Record<string, unknown> };
  parts.path = createPart();
  for (const name of Object.keys(input)) {
    // A form would send the word "undefined".
    if (input[name] === undefined) continue;
    const isInPath = operation.path.includes(`{${name}}`);
    const declared = parameters && ownValue(parameters, name)?.in;
    const place = declared ?? (isInPath ? 'path' : body ? 'body' : 'query');
    parts[place] ??= createPart();
    parts[place][name] = input[name];
  }
  if (body === 'whole') return Object.assign(parts, { body: parts.body?.body });
  if (body === 'fields') parts.body ??= createPart();
  return parts;
}
