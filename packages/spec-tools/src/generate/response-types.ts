import type ts from 'typescript';
import type { Operation } from '../document/document.ts';
import { responseMediaTypesOf } from './media-types.ts';
import { membersOf, resolveType, textOf } from './source.ts';

/** The types of an operation's bodies by status, range and `default`. */
export type BodyTypes = ReadonlyMap<string, string>;

/** Reads the types of the bodies of an operation, whose type has `responses`. A body of several media types depends on `Media`. */
export function bodyTypesOf(file: ts.SourceFile, operation: Operation, type: ts.TypeNode): BodyTypes {
  const responses = membersOf(membersOf(type).get('responses')?.type);
  const mediaTypes = responseMediaTypesOf(operation);
  return new Map(
    [...responses].map(([status, { type }]) => {
      const content = membersOf(membersOf(resolveType(file, type)).get('content')?.type);
      // An error without a declared body may still have one, for example from a gateway.
      const none = isSuccess(status) ? 'undefined' : 'unknown';
      return [status, content.size > 0 ? bodyTypeOf(content, mediaTypes) : none];
    }),
  );
}

function bodyTypeOf(content: ReadonlyMap<string, ts.PropertySignature>, mediaTypes: readonly string[]): string {
  const typeOf = ({ type }: ts.PropertySignature) => (type ? textOf(type) : 'unknown');
  const any = unionOf([...content.values()].map(typeOf));
  const types = mediaTypes.map((mediaType) => {
    const member = content.get(mediaType);
    return member ? typeOf(member) : any;
  });
  if (new Set(types).size <= 1) return types[0] ?? any;
  return `{ ${mediaTypes.map((name, index) => `'${name}': ${types[index]}`).join('; ')} }[Media]`;
}

/** Joins types as one. */
export function unionOf(types: readonly string[]): string {
  const all = new Set(types);
  return all.has('unknown') ? 'unknown' : [...all].join(' | ');
}

/** Whether a key of `responses` is a success. */
export function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

/** The types of the bodies of errors, by status, range and `default`: all that an operation declares for it. */
export function errorBodiesOf(operations: readonly BodyTypes[]): BodyTypes {
  const statuses = new Set(operations.flatMap((bodies) => [...bodies.keys()].filter((status) => !isSuccess(status))));
  return new Map(
    [...statuses].sort().map((status) => {
      const types = operations.flatMap((bodies) => errorBodyOf(bodies, status) ?? []);
      const declared = types.filter((type) => type !== 'unknown');
      return [status, unionOf(declared.length > 0 ? declared : types)];
    }),
  );
}

/** The type of an operation's error body of a status, which its range or `default` may declare. */
function errorBodyOf(bodies: BodyTypes, status: string): string | undefined {
  const keys = [status, `${status.charAt(0)}XX`, ...(/^[45]/.test(status) ? ['default'] : [])];
  return keys.map((key) => bodies.get(key)).find((type) => type !== undefined);
}
