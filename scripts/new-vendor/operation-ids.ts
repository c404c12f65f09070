import { camelCase, untaken, wordsOf } from './words.ts';

/** What an operation is called in the document, and where it is. */
export interface Named {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string | undefined;
  readonly tag?: string | undefined;
}

/** Names that a client or a promise has for itself. */
const reserved = ['api', 'then', 'constructor', 'prototype'];

/**
 * Names operations as methods, `resource/method`, each name once.
 *
 * An id that is written so is kept. Of any other the part before a separator, else the tag, else the path, is the resource,
 * and what is left of the id without the resource's words is the method: `createPet` of the tag `pets` is `pets/create`,
 * `getPets` is `pets/list`. Where two would be called the same, the second has its whole id for a method.
 */
export function nameOperations(operations: readonly Named[]): string[] {
  const taken = new Set<string>();
  const groups = new Set<string>();
  const isTaken = (id: string) => taken.has(id) || groups.has(id);
  const common = commonTags(operations);
  return operations.map((named) => {
    const operation = common.has(named.tag) ? { ...named, tag: undefined } : named;
    const parts = partsOf(operation);
    let prefix = '';
    for (const group of parts.slice(0, -1)) prefix += `${untaken(group, (name) => taken.has(prefix + name))}/`;
    const short = prefix + parts.at(-1);
    const whole = prefix + camelCase(wordsOf(operation.operationId ?? ''));
    const id = isTaken(short) && whole !== prefix ? untaken(whole, isTaken) : untaken(short, isTaken);
    taken.add(id);
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
  if (separated.length > 1 && separated.every(Boolean)) return safe(separated);
  const resource = resourceOf(operationId, tag, path);
  const named = withoutResource(wordsOf(operationId), wordsOf(resource));
  const isList = /^(get|list)$/.test(named.join()) && wordsOf(operationId).at(-1)?.endsWith('s') && !path.endsWith('}');
  if (isList) return safe([resource, 'list']);
  return safe([resource, camelCase(named) || methodOf(method, path)]);
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

function safe(parts: readonly string[]): string[] {
  return parts.map((part) => (reserved.includes(part) ? `${part}Resource` : part));
}
