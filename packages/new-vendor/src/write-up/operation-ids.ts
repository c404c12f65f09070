import { reservedPartOf } from '@plumbline/spec-tools/document/operation-id';
import { camelCase, singular, splitWords, untaken } from '../naming.ts';
import { namesByPath, resourceIn, withoutPath } from './path-names.ts';

/** An operation of the document, as far as its name depends on it. */
export interface Named {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string | undefined;
  readonly tag?: string | undefined;
}

/** Why the name of the document cannot be a method of a client, and the operationId in its place. */
export interface Rename {
  readonly problem: string;
  readonly id: string;
}

/**
 * Names operations as methods, `resource/method`, without duplicates.
 *
 * An operationId of that form is kept. For any other, the resource is the part before a separator, or else the tag, or else the
 * path. The method is the rest of the operationId: `createPet` with the tag `pets` becomes `pets/create`, and `getPets` becomes
 * `pets/list`. Without an operationId, or with one made of method and path (`put_files_id`), the method is named by the path:
 * `files/update`. A second operation of the same name gets its whole operationId as the method, or a number. Reserved names are
 * changed: `api/list` becomes `apiResource/list`, and `users/then` becomes `users/getThen`.
 */
export function nameOperations(operations: readonly Named[], onRename: (rename: Rename) => void = () => {}): string[] {
  const taken = new Set<string>();
  const groups = new Set<string>();
  const seen = new Set<string>();
  const isTaken = (id: string) => taken.has(id) || groups.has(id);
  const common = commonTags(operations);
  const methods = new Map<string, string[]>();
  for (const { method, path } of operations) methods.set(path, [...(methods.get(path) ?? []), method]);
  const twice = operations.map(({ operationId = '' }) => {
    const isTwice = operationId !== '' && seen.has(operationId);
    seen.add(operationId);
    return isTwice;
  });
  const ids: string[] = [];
  // The operation of one item has the first choice: `updateIncident` is `incidents/update`, and not `updateIncidents`.
  const isOne = ({ path }: Named) => path.endsWith('}');
  const inOrder = [...operations.entries()].sort(([, one], [, other]) => Number(isOne(other)) - Number(isOne(one)));
  for (const [index, named] of inOrder) {
    const { operationId: whole = '', method, path } = named;
    const isTwice = twice[index];
    const tag = common.has(named.tag) ? undefined : named.tag;
    const operation = { method, path, tag, operationId: isTwice ? '' : whole };
    const { given, others } = partsOf(operation, methods.get(path) ?? []);
    const parts = withoutReserved(given, method);
    let prefix = '';
    for (const group of parts.slice(0, -1)) prefix += `${untaken(group, (name) => taken.has(prefix + name))}/`;
    const short = prefix + parts.at(-1);
    const groupsOfIt = prefix.split('/').slice(0, -1);
    const longer = [...others, camelCase(splitWords(operation.operationId))]
      .filter(Boolean)
      .map((name) => withoutReserved([...groupsOfIt, name], method).join('/'));
    const free = [short, ...longer].find((id) => !isTaken(id));
    const id = free ?? untaken(longer.at(-1) ?? short, isTaken);
    taken.add(id);
    const reserved = reservedPartOf(given);
    if (reserved) onRename({ problem: reserved.problem, id });
    if (isTwice) onRename({ problem: `two operations have the operationId \`${whole}\`.`, id });
    for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) groups.add(id.slice(0, end));
    ids[index] = id;
  }
  return ids;
}

/** Tags of more than half of many operations: they name the API and not a resource. */
function commonTags(operations: readonly Named[]): ReadonlySet<string | undefined> {
  const counts = new Map<string | undefined, number>();
  for (const { tag } of operations) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const isCommon = ([, count]: [unknown, number]) => operations.length > 20 && count > operations.length / 2;
  return new Set([...counts].filter(isCommon).map(([tag]) => tag));
}

/** The parts of the name of an operation, and other names for its method. */
function partsOf(
  { operationId: given, tag, path, method }: Named & { readonly operationId: string },
  siblings: readonly string[],
): { readonly given: readonly string[]; readonly others: readonly string[] } {
  // NestJS names operations by their classes.
  const own = given.replace(/Controller([_.])/, tag === undefined ? '.' : '$1');
  const [operationId = '', fragment = ''] = own.split('#');
  const separated = operationId.split(/[/.:]/).map((part) => camelCase(splitWords(part)));
  if (fragment === '' && separated.length > 1 && separated.every(Boolean)) return { given: separated, others: [] };
  const left = withoutPath(operationId, method, path);
  const id = left ? camelCase(left) : operationId;
  const words = resourceOf(tag, path);
  const resource = camelCase(words);
  if (fragment) return { given: [resource, camelCase(splitWords(fragment))], others: [] };
  const named = withoutResource(splitWords(id), words);
  const whole = left ? [id] : [];
  const isList = /^(get|list)$/.test(named.join()) && splitWords(id).at(-1)?.endsWith('s') && !path.endsWith('}');
  if (isList) return { given: [resource, 'list'], others: whole };
  // The bare method of HTTP names nothing: `put_metadata` is `metadata/update`.
  const isMethod = /^(post|put|patch)$/.test(named.join()) && named.join() === method;
  if (named.length > 0 && !isMethod) return { given: [resource, camelCase(named)], others: whole };
  const [first = method, ...others] = namesByPath(method, path, words, siblings);
  return { given: [resource, first], others };
}

/** The words of the tag, or else those of the first literal of the path. */
function resourceOf(tag: string | undefined, path: string): readonly string[] {
  const words = splitWords(tag ?? '');
  const found = words.length > 0 ? words : resourceIn(path);
  return found.length > 0 ? found : ['root'];
}

/** Removes the words of the resource, singular or plural, unless nothing is left. */
function withoutResource(words: readonly string[], resource: readonly string[]): readonly string[] {
  const noun = singular(resource.join(' '));
  const length = resource.length;
  const at = words.findIndex((_, index) => singular(words.slice(index, index + length).join(' ')) === noun);
  return at < 0 || words.length === length ? words : [...words.slice(0, at), ...words.slice(at + length)];
}

/** Changes reserved parts of an operationId: a method gets a verb, a group the suffix `Resource`. */
function withoutReserved(parts: readonly string[], method: string): readonly string[] {
  const reserved = reservedPartOf(parts);
  if (!reserved) return parts;
  const { index } = reserved;
  const name = parts[index] ?? '';
  const verb = { post: 'create', put: 'replace', patch: 'update' }[method] ?? method;
  const renamed = index === parts.length - 1 ? camelCase([verb, ...splitWords(name)]) : `${name}Resource`;
  return withoutReserved(
    parts.map((part, at) => (at === index ? renamed : part)),
    method,
  );
}
