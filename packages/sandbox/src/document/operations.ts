import { type Document, type Json, type OperationObject, own, type Parameter, type ResponseObject } from './openapi.ts';

/** A server of an operation. Its URL may have variables. */
export interface Server {
  /** The path of its URL. */
  readonly path: string;
  /** Matches its scheme, host and port. It matches nothing if the URL is relative. */
  readonly origin: RegExp;
  /** Matches its path at the beginning of a longer one. */
  readonly prefix: RegExp;
}

/** What an operation does to the items of a resource. An operation of which the document does not say it responds with examples. */
export type Kind =
  | 'list'
  | 'create'
  | 'get'
  | 'update'
  | 'delete'
  | 'change'
  | 'view'
  | 'progress'
  | 'token'
  | 'examples';

/** An operation of a document, with what its path and the document add. */
export interface Operation extends Omit<OperationObject, 'servers'> {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Matches the paths of the template, with a group for each parameter. */
  readonly pattern: RegExp;
  /** The pairs of the query that every request has, because they stand in the path: `beta=true`. */
  readonly fixed: readonly string[];
  /** The names of the path parameters, in the order of the groups. */
  readonly names: readonly string[];
  readonly servers: readonly Server[];
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly security: NonNullable<OperationObject['security']>;
  readonly kind: Kind;
  /** Empty if the operation uses no resource. */
  readonly resource: string;
}

const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

/** Reads the operations. Paths without parameters come before those with, so that the first match is right. */
export function readOperations(document: Document): Operation[] {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => Object.hasOwn(item, method))
      .map((method) => readOperation(document, path, method, item)),
  );
  // A path with a fixed query comes before the same without.
  const rank = ({ path, fixed }: Operation) =>
    sentPathOf(path).replace(/[^/]+/g, (part) => (part.includes('{') ? '1' : '0')) + (fixed.length > 0 ? '' : '~');
  return operations.sort((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
}

function readOperation(document: Document, path: string, method: string, item: Json): Operation {
  const object = item[method] as OperationObject;
  const shared = item as OperationObject;
  const parameters = [...(shared.parameters ?? []), ...(object.parameters ?? [])];
  return {
    responses: {},
    security: document.security ?? [],
    ...object,
    id: object.operationId ?? `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    pattern: new RegExp(`^${patternOf(sentPathOf(path))}$`),
    fixed: (/^[^?#]*\?([^#]*)/.exec(path)?.[1] ?? '').split('&').filter(Boolean),
    names: [...sentPathOf(path).matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
    servers: (object.servers ?? shared.servers ?? document.servers ?? []).map(({ url }) => {
      const [, origin = '', prefix = ''] = /^([a-z]+:\/\/[^/]+)?(.*?)\/?$/i.exec(url) ?? [];
      return {
        path: prefix,
        origin: new RegExp(`^${patternOf(origin)}$`, 'i'),
        prefix: new RegExp(`^${patternOf(prefix)}`),
      };
    }),
    // A parameter of the operation replaces that of its path.
    parameters: [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()],
    ...actionOf(document, path, method, object['x-effect']),
  };
}

/** The path of a request: a path of the document may end in a query, and in a fragment that tells two operations of one path apart. */
function sentPathOf(path: string): string {
  return path.replace(/[?#].*$/s, '');
}

/** The source of a regular expression for a template: a group for each of its parameters, and the rest as it is written. */
function patternOf(template: string): string {
  const literals = template.split(/\{[^}]+\}/).map((text) =>
    // The path of a URL has no spaces, brackets or quotes, and no letters of other scripts.
    text.replace(/[^!-~]+|["<>`]+/g, encodeURIComponent).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return literals.join('([^/]+)');
}

/** What an operation does: its `x-effect`, or what its method does on the path of a resource. */
function actionOf(
  document: Document,
  path: string,
  method: string,
  effect: OperationObject['x-effect'],
): Pick<Operation, 'kind' | 'resource'> {
  if (effect) {
    const { fixed, token, change, view, progress } = effect;
    const kind = fixed ? 'examples' : token ? 'token' : change ? 'change' : progress ? 'progress' : 'view';
    // An effect of none of these kinds has no resource, which is an error when it is used.
    return { kind, resource: change ?? view ?? progress ?? '' };
  }
  const parent = path.replace(/\/\{[^}]+\}$/, '');
  for (const [resource, { path: place, single }] of Object.entries(document['x-resources'] ?? {})) {
    const ofItem = { get: 'get', head: 'get', put: 'update', patch: 'update', delete: 'delete' };
    const ofCollection = { get: 'list', head: 'list', post: 'create' };
    const kinds = path === place ? (single ? ofItem : ofCollection) : parent === place && !single ? ofItem : {};
    const kind = own(kinds, method) as Kind | undefined;
    if (kind) return { kind, resource };
  }
  return { kind: 'examples', resource: '' };
}

/** The key of a status in the responses of an operation: the status itself, its range, or `default`. */
export function statusKey({ responses }: Operation, status: number): string | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return keys.find((key) => Object.hasOwn(responses, key));
}
