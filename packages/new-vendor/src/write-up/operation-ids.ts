import { reservedPartOf } from '@plumbline/spec-tools/document/operation-id';
import { camelCase, singular, splitWords, untaken } from '../naming.ts';

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
 * `pets/list`. A second operation of the same name gets its whole operationId as the method. Reserved names are changed:
 * `api/list` becomes `apiResource/list`, and `users/then` becomes `users/getThen`.
 */
export function nameOperations(operations: readonly Named[], onRename: (rename: Rename) => void = () => {}): string[] {
  const taken = new Set<string>();
  const groups = new Set<string>();
  const isTaken = (id: string) => taken.has(id) || groups.has(id);
  const common = commonTags(operations);
  return operations.map((named) => {
    const operation = common.has(named.tag) ? { ...named, tag: undefined } : named;
    const given = partsOf(operation);
    const parts = withoutReserved(given, named.method);
    let prefix = '';
    for (const group of parts.slice(0, -1)) prefix += `${untaken(group, (name) => taken.has(prefix + name))}/`;
    const short = prefix + parts.at(-1);
    const wholeParts = [...prefix.split('/').slice(0, -1), camelCase(splitWords(operation.operationId ?? ''))];
    const whole = withoutReserved(wholeParts, named.method).join('/');
    const id = isTaken(short) && whole !== prefix ? untaken(whole, isTaken) : untaken(short, isTaken);
    taken.add(id);
    const reserved = reservedPartOf(given);
    if (reserved) onRename({ problem: reserved.problem, id });
    for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) groups.add(id.slice(0, end));
    return id;
  });
}

/** Tags of more than half of many operations: they name the API and not a resource. */
function commonTags(operations: readonly Named[]): ReadonlySet<string | undefined> {
  const counts = new Map<string | undefined, number>();
  for (const { tag } of operations) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const isCommon = ([, count]: [unknown, number]) => operations.length > 20 && count > operations.length / 2;
  return new Set([...counts].filter(isCommon).map(([tag]) => tag));
}

function partsOf({ operationId = '', tag, path, method }: Named): string[] {
  const separated = operationId.split(/[/.:#]/).map((part) => camelCase(splitWords(part)));
  if (separated.length > 1 && separated.every(Boolean)) return separated;
  const resource = resourceOf(operationId, tag, path);
  const named = withoutResource(splitWords(operationId), splitWords(resource));
  const isList =
    /^(get|list)$/.test(named.join()) && splitWords(operationId).at(-1)?.endsWith('s') && !path.endsWith('}');
  if (isList) return [resource, 'list'];
  return [resource, camelCase(named) || methodOf(method, path)];
}

/** The tag, where it is before the first underscore (`droplets_list` with the tag `Droplets`); or else the whole tag, or else the path. */
function resourceOf(operationId: string, tag: string | undefined, path: string): string {
  const [before = '', ...after] = operationId.split('_');
  const tagWords = splitWords(tag ?? '');
  if (after.length > 0 && tagWords.join() === splitWords(before).join()) return camelCase(tagWords);
  const [first = ''] = path.split('/').filter((segment) => /^[a-z]/i.test(segment) && !/^(v\d.*|api)$/i.test(segment));
  return camelCase(tagWords) || camelCase(splitWords(first)) || 'root';
}

/** Removes the words of the resource, singular or plural, unless nothing is left. */
function withoutResource(words: readonly string[], resource: readonly string[]): readonly string[] {
  const forms = [resource.join(' '), singular(resource.join(' '))];
  const text = ` ${words.join(' ')} `;
  for (const form of forms) {
    for (const found of [` ${form} `, ` ${singular(form)} `]) {
      const rest = text.includes(found) ? text.replace(found, ' ').trim() : '';
      if (rest) return rest.split(' ');
    }
  }
  return words;
}

/** The method name for an operation without an operationId. */
function methodOf(method: string, path: string): string {
  const isOne = path.endsWith('}');
  if (method === 'get') return isOne ? 'get' : 'list';
  return { post: isOne ? 'submit' : 'create', put: 'replace', patch: 'update' }[method] ?? method;
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
