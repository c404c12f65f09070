/** What every object inherits. JavaScript uses some of it unasked: a template string calls `toString`. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Methods that JavaScript calls on any object that has them. A group of such a name is no function, so it is allowed. */
const called = new Map([
  ['then', '`await` calls a method of this name, so its group would be taken for a promise'],
  ['toJSON', '`JSON.stringify` calls a method of this name, and would send a request'],
]);

/** A part of an operationId that cannot be the name of a group or of a method. */
export interface ReservedPart {
  readonly index: number;
  /** Why, as a sentence that begins in lower case. */
  readonly problem: string;
}

/**
 * The first part of an operationId that a client cannot have as a name, or nothing.
 *
 * `catch` and `finally` are allowed: only `then` makes a promise of an object.
 */
export function reservedPartOf(parts: readonly string[]): ReservedPart | undefined {
  const index = parts.findIndex((_, at) => reasonFor(parts, at) !== undefined);
  if (index < 0) return undefined;
  const kind = index === parts.length - 1 ? 'method' : 'group of operations';
  return { index, problem: `a ${kind} cannot be called \`${parts[index]}\`, as ${reasonFor(parts, index)}.` };
}

/** What is wrong with the names that an operationId gives to a client, or nothing. */
export function nameProblemOf(operationId: string): string | undefined {
  const reserved = reservedPartOf(operationId.split('/'));
  return reserved && `${operationId}: ${reserved.problem}`;
}

function reasonFor(parts: readonly string[], index: number): string | undefined {
  const name = parts[index] ?? '';
  if (name === 'api' && index === 0) return '`client.api` is the openapi-fetch client';
  if (inherited.has(name)) return 'every object has a property of this name';
  return index === parts.length - 1 ? called.get(name) : undefined;
}
