import { reservedPartOf } from '@plumbline/spec-tools/document/operation-names';
import { camelCase, untaken, wordsOf } from './naming.ts';

/** What an operation is called in the document, and where it is. */
export interface Named {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string | undefined;
  readonly tag?: string | undefined;
}

/** A name that a client cannot have, and the id that an operation has in its place. */
export interface Rename {
  readonly problem: string;
  readonly id: string;
}

/**
 * Names operations as methods, `resource/method`, each name once.
 *
 * An id that is written so is kept. Of any other the part before a separator, else the tag, else the path, is the resource,
 * and what is left of the id without the resource's words is the method: `createPet` of the tag `pets` is `pets/create`,
 * `getPets` is `pets/list`. Where two would be called the same, the second has its whole id for a method. A part that a client
 * cannot have is renamed: `api/list` is `apiResource/list`, and `users/then` is `users/getThen`.
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
    const wholeParts = [...prefix.split('/').slice(0, -1), camelCase(wordsOf(operation.operationId ?? ''))];
    const whole = withoutReserved(wholeParts, named.method).join('/');
    const id = isTaken(short) && whole !== prefix ? untaken(whole, isTaken) : untaken(short, isTaken);
    taken.add(id);
    const reserved = reservedPartOf(given);
    if (reserved) onRename({ problem: reserved.problem, id });
    for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) groups.add(id.slice(0, end));
    return id;
  });
}

/** The tags that more than half of many operations have: they name the API, and no resource. */
function commonTags(operations: readonly Named[]): ReadonlySet<string | undefined> {
  const counts = new Map<string | undefined, number>();
  for (const { tag } of operations) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const isCommon = ([, count]: [unknown, number]) => operations.length > 20 && count > operations.length / 2;
  return new Set([...counts].filter(isCommon).map(([tag]) => tag));
}

function partsOf({ operationId = '', tag, path, method }: Named): string[] {
  const separated = operationId.split(/[/.:#]/).map((part) => camelCase(wordsOf(part)));
  if (separated.length > 1 && separated.every(Boolean)) return separated;
  const resource = resourceOf(operationId, tag, path);
  const named = withoutResource(wordsOf(operationId), wordsOf(resource));
  const isList = /^(get|list)$/.test(named.join()) && wordsOf(operationId).at(-1)?.endsWith('s') && !path.endsWith('}');
  if (isList) return [resource, 'list'];
  return [resource, camelCase(named) || methodOf(method, path)];
}

/** `droplets_list` of the tag `Droplets`: the tag stands before the first underscore. Else the whole tag, else the path. */
function resourceOf(operationId: string, tag: string | undefined, path: string): string {
  const [before = '', ...after] = operationId.split('_');
  const tagWords = wordsOf(tag ?? '');
  if (after.length > 0 && tagWords.join() === wordsOf(before).join()) return camelCase(tagWords);
  const [first = ''] = path.split('/').filter((segment) => /^[a-z]/i.test(segment) && !/^(v\d.*|api)$/i.test(segment));
  return camelCase(tagWords) || camelCase(wordsOf(first)) || 'root';
}

/** Without the words of the resource, in the singular or the plural, where a verb is left. */
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

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
}

/** The verb for an operation without an id. */
function methodOf(method: string, path: string): string {
  const isOne = path.endsWith('}');
  if (method === 'get') return isOne ? 'get' : 'list';
  return { post: isOne ? 'submit' : 'create', put: 'replace', patch: 'update' }[method] ?? method;
}

/** The parts of an id, renamed where a client cannot have them: a method gets a verb, a group says what it is. */
function withoutReserved(parts: readonly string[], method: string): readonly string[] {
  const reserved = reservedPartOf(parts);
  if (!reserved) return parts;
  const { index } = reserved;
  const name = parts[index] ?? '';
  const verb = { post: 'create', put: 'replace', patch: 'update' }[method] ?? method;
  const renamed = index === parts.length - 1 ? camelCase([verb, ...wordsOf(name)]) : `${name}Resource`;
  return withoutReserved(
    parts.map((part, at) => (at === index ? renamed : part)),
    method,
  );
}
