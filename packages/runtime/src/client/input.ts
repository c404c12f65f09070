import type { OperationDefinition } from '../pipeline/operation.ts';
import { ownValue } from './own-value.ts';

type Simplify<T> = { [Name in keyof T]: T[Name] };
type OrUnknown<T> = [NonNullable<T>] extends [never] ? unknown : NonNullable<T>;

type PathParameters<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : unknown;
type QueryParameters<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? OrUnknown<Query>
  : unknown;
type HeaderParameters<Operation> = Operation extends { parameters: { header?: infer Header } }
  ? OpenHeaders<OrUnknown<Header>>
  : unknown;

/** Headers that the client writes by itself, in lower case. The generator of the operation table leaves the same out. */
type ClientHeader = 'accept' | 'authorization' | 'content-type' | 'idempotency-key';
/** The headers that a caller has a choice about: a required header with only one possible value is sent by the client. */
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

/** The parameters of an operation as one flat object: path, query, headers and body fields together, by the wire's names. */
export type Input<Operation> = Simplify<Parameters<Operation> & RequestBody<Operation>>;

/** The parameters of an operation whose body is no object, or shares a name with a parameter: the body is `body`. */
export type InputWithBody<Operation> = Simplify<Parameters<Operation> & { body: RequestBody<Operation> }>;

/** The parts of a request that parameters go to; a part that nothing goes to is absent, but for the path. */
export interface RequestParts {
  path: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, unknown>;
  body?: unknown;
}

/** Splits a flat object: what the path template names, what the query and the headers take, and the rest as the body. */
export function splitInput(operation: OperationDefinition, input: Readonly<Record<string, unknown>>): RequestParts {
  const { parameters, body } = operation;
  // Without a prototype, so that `__proto__` is a name like any other.
  const createPart = (): Record<string, unknown> => Object.create(null);
  const parts: Omit<RequestParts, 'body'> & { body?: Record<string, unknown> } = { path: createPart() };
  for (const name of Object.keys(input)) {
    // A form would send the word "undefined".
    if (input[name] === undefined) continue;
    const isInPath = operation.path.includes(`{${name}}`);
    const stated = parameters && ownValue(parameters, name)?.in;
    const place = stated ?? (isInPath ? 'path' : body ? 'body' : 'query');
    parts[place] ??= createPart();
    parts[place][name] = input[name];
  }
  if (body === 'whole') return { ...parts, body: parts.body?.body };
  return body === 'fields' ? { ...parts, body: parts.body ?? {} } : parts;
}
