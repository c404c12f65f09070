import { runInNewContext } from 'node:vm';
import { type Document, operationsOf } from '../document/document.ts';
import { clientsOf } from './operation-tree.ts';

/** The names of the types that a vendor's package exports. */
export interface TypeNames {
  /** The name of each schema's type, by the name in the spec. */
  readonly schemas: ReadonlyMap<string, string>;
  /** The beginning of the names of an operation's types, by its operationId: `UsersList` for `users/list`. */
  readonly operations: ReadonlyMap<string, string>;
}

/** The types of an operation, as ends of their names. */
const ends = ['Params', 'Response', 'Result', 'Item', 'Event'];

const generated = words('paths components operations webhooks $defs ApiErrorBodies Binary FileInput Unlisted');
const javascript: readonly string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
const typescript = words(
  `Awaited Capitalize Exclude Extract InstanceType Lowercase NoInfer NonNullable Omit Parameters Partial Pick PromiseLike
  Readonly ReadonlyArray Record Required ReturnType ThisType Uncapitalize Uppercase`,
);

/** What the package of each vendor exports of the runtime. An export of a package hides a schema of the same name. */
export const runtimeExports: readonly string[] = words(
  `AnyResult Api ApiError ApiErrorGuard ApiErrorOf BasicCredential Bytes Call CallOptions CallerPolicies ClientEvent ClientOptions Clock
  ConnectionError Credential CredentialError Fetch HttpRequest IdempotentCallOptions Limiter Logger NegotiatedCallOptions
  Next PagedCall PaginationError PlumblineError Policy ResponseSizeError Result RetryOptions SharedTokens TimeoutError
  TokenError
  WaitOptions`,
);

/** Names the types of a document. A name that is taken gets `Model` at its end, if it is a schema's, else a number. */
export function typeNamesOf(vendor: string, document: Document): TypeNames {
  const all = operationsOf(document);
  const clients = clientsOf(vendor, document, all).flatMap(({ name }) =>
    ['', 'Operations', 'Options', 'Paths'].map((end) => name + end),
  );
  const taken = new Set([...generated, ...javascript, ...typescript, ...runtimeExports, ...clients]);
  const operations = new Map<string, string>();
  for (const { id } of all) {
    const base = pascalCase(id);
    const isTaken = (name: string) => ends.some((end) => taken.has(name + end));
    const name = firstFree(isTaken, (count) => base + (count > 1 ? count : ''));
    for (const end of ends) taken.add(name + end);
    operations.set(id, name);
  }
  const schemas = new Map<string, string>();
  // A schema whose name stays the same comes before one whose name changes to it.
  const names = Object.keys(document.components?.schemas ?? {});
  for (const schema of [...names.filter(isPascalCase), ...names.filter((name) => !isPascalCase(name))]) {
    const base = pascalCase(schema);
    const suffix = (count: number) => (count > 1 ? 'Model' : '') + (count > 2 ? count - 1 : '');
    const name = firstFree(
      (one) => taken.has(one),
      (count) => base + suffix(count),
    );
    taken.add(name);
    schemas.set(schema, name);
  }
  return { schemas, operations };
}

function firstFree(isTaken: (name: string) => boolean, nameOf: (count: number) => string): string {
  let count = 1;
  while (isTaken(nameOf(count))) count++;
  return nameOf(count);
}

function isPascalCase(name: string): boolean {
  return pascalCase(name) === name;
}

/** `users/push-subscriptions` is `UsersPushSubscriptions`. An identifier does not begin with a digit. */
function pascalCase(name: string): string {
  const words = name.split(/(?:_|[^\p{ID_Continue}$])+/u).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join('').replace(/^(?=\d|$)/, 'Model');
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
