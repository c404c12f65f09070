/** The properties that every object inherits. JavaScript reads some of them implicitly: a template string calls `toString`. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Methods that JavaScript calls implicitly on any object that has them. A group may have such a name, because it is not a function. */
const calledImplicitly = new Map([
  ['then', '`await` calls a method of this name and takes its group for a promise'],
  ['toJSON', '`JSON.stringify` calls a method of this name and would send a request'],
]);

/** A part of an operationId that cannot be the name of a group or of a method. */
export interface ReservedPart {
  readonly index: number;
  /** The reason, as a sentence that begins in lower case. */
  readonly problem: string;
}

/**
 * Finds the first part of an operationId that cannot be a name in a client.
 *
 * `catch` and `finally` are allowed: only `then` makes an object a promise.
 */
export function reservedPartOf(parts: readonly string[]): ReservedPart | undefined {
  const index = parts.findIndex((_, at) => reasonFor(parts, at) !== undefined);
  if (index < 0) return undefined;
  const kind = index === parts.length - 1 ? 'method' : 'group of operations';
  return { index, problem: `a ${kind} cannot be called \`${parts[index]}\`, as ${reasonFor(parts, index)}.` };
}

/** Says why an operationId cannot name a group and a method of a client. Returns nothing if it can. */
export function nameProblemOf(operationId: string): string | undefined {
  const reserved = reservedPartOf(operationId.split('/'));
  return reserved && `${operationId}: ${reserved.problem}`;
}

/** Names that Windows has for devices. No file can have one. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The path of an operation's snippet and page: `notifications/mark-as-read` for `notifications/markAsRead`. Two operationIds never share
 * one, also where a file system ignores case.
 */
export function operationPath(id: string): string {
  return id
    .replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)
    .split('/')
    .map((part) => (devices.test(part) ? `${part}_` : part))
    .join('/');
}

/** The title of an operation whose document has no text for it, from its operationId: `Account sessions: list by user`. */
export function titleOf(id: string): string {
  const parts = id.split('/').map((part) => part.replace(/(?<=[^\p{Lu}])(?=\p{Lu})/gu, ' ').toLowerCase());
  const title = [parts.slice(0, -1).join(' '), parts.at(-1)].filter(Boolean).join(': ');
  return title.replace(/^./u, (letter) => letter.toUpperCase());
}

function reasonFor(parts: readonly string[], index: number): string | undefined {
  const name = parts[index] ?? '';
  if (name === 'api' && index === 0) return '`client.api` is the openapi-fetch client';
  if (inherited.has(name)) return 'every object has a property of this name';
  return index === parts.length - 1 ? calledImplicitly.get(name) : undefined;
}
