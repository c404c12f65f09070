import { sentPathOf } from '@plumbline/spec-tools/document/path-template';
import { camelCase, singular, splitWords } from '../naming.ts';

/** A part of a path: a literal, or a parameter. */
interface Part {
  readonly words: readonly string[];
  readonly isParameter: boolean;
  /** Whether it stands behind a colon: `/files/{id}:archive`. */
  readonly isVerb?: boolean;
}

/** Plurals of which a resource has one. */
const singletons = /^(settings|preferences|details|stats|statistics|metrics|limits|news|analytics)$/;
/** The ends of paths that say what a GET does. */
const searches = /^(search|find|query|lookup|download|export|preview)$/;

/** The words that the literals of a path consist of, without versions and `api` in front. */
export function resourceIn(path: string): readonly string[] {
  return partsOf(path).find(({ isParameter }) => !isParameter)?.words ?? [];
}

/**
 * Names an operation by its method and its path, best first: `files.get`, `files.update`, `files.copy`, `accounts.listPersons`.
 *
 * @param resource The words of its group.
 * @param siblings The methods of the same path.
 */
export function namesByPath(
  method: string,
  path: string,
  resource: readonly string[],
  siblings: readonly string[],
): string[] {
  const parts = partsOf(path);
  const at = parts.map(({ words, isParameter }) => !isParameter && isSame(words, resource)).lastIndexOf(true);
  const rest = parts.slice(at + 1);
  const isOne = parts.at(-1)?.isParameter ?? false;
  const nouns = rest.filter(({ isParameter }) => !isParameter);
  const last = nouns.at(-1);
  const others = siblings.filter((one) => one !== method);
  const verb = verbOf(method, isOne, others, last?.words ?? parts[at]?.words ?? resource);
  if (!last) return [verb];
  const isAction =
    last.isVerb ||
    (method === 'post' && !isOne && !isPlural(last.words)) ||
    (method === 'get' && !isOne && searches.test(last.words.join(' ')));
  // Only `post` makes one of many: `createItem`, and `listItems`, `updateItems` of the same path.
  const own = isOne || method === 'post' ? singularOf(last.words) : last.words;
  const outer = nouns.slice(0, -1).flatMap(({ words }) => singularOf(words));
  return isAction
    ? [camelCase(last.words), camelCase([...last.words, ...outer])]
    : [camelCase([verb, ...own]), camelCase([verb, ...outer, ...own])];
}

/**
 * Finds the method and the path in an operationId. Returns the words of the operationId without them, which may be none; or undefined if
 * they are not in it: nothing is left of `get_files_id`, and `read item` of FastAPI's `read_item_items__item_id__get`.
 */
export function withoutPath(operationId: string, method: string, path: string): readonly string[] | undefined {
  const words = splitWords(operationId).join(' ');
  const parts = partsOf(path, true);
  const patterns = parts.map(({ words: own, isParameter }) => {
    const whole = escapePattern(own.join(' '));
    if (!isParameter) return isPrefix(own) ? `( ${whole})?` : ` ${whole}`;
    const ends = own.map((_, index) => escapePattern(own.slice(index).join(' ')));
    return ` (${[...new Set([...ends, 'id'])].join('|')})`;
  });
  const inPath = patterns.join('');
  if (new RegExp(`^${method}${inPath}$`, 'u').test(words)) return [];
  const [, before] = new RegExp(`^(.*)${inPath} ${method}$`, 'u').exec(` ${words}`) ?? [];
  return parts.length > 0 && before !== undefined ? before.split(' ').filter(Boolean) : undefined;
}

function verbOf(method: string, isOne: boolean, others: readonly string[], noun: readonly string[]): string {
  if (method === 'get') return isOne || !isPlural(noun) || singletons.test(noun.at(-1) ?? '') ? 'get' : 'list';
  if (method === 'put') return others.includes('patch') ? 'replace' : 'update';
  if (method === 'patch') return 'update';
  if (method !== 'post') return method;
  if (!isOne) return 'create';
  return others.includes('put') || others.includes('patch') ? 'submit' : 'update';
}

function partsOf(path: string, withPrefix = false): Part[] {
  const segments = sentPathOf(path).split('/').filter(Boolean);
  const parts = segments.flatMap((segment) => {
    // A format is not part of a name.
    const pieces = segment.replace(/(?<=\})\.(json|xml)$/, '').match(/\{[^}]*\}|[^{}]+/g) ?? [];
    return pieces.map((piece): Part => {
      const isVerb = /^:/.test(piece) || (pieces.length === 1 && /\w:\w/.test(piece));
      return { words: splitWords(piece), isParameter: piece.startsWith('{'), isVerb };
    });
  });
  const named = parts.filter(
    ({ words, isParameter }) => words.length > 0 && (isParameter || !/^\d+$/.test(words.join(''))),
  );
  return withPrefix ? named : named.filter(({ words, isParameter }) => isParameter || !isPrefix(words));
}

/** Whether a literal is `api` or a version. */
function isPrefix(words: readonly string[]): boolean {
  return /^(v\d.*|api|rest)$/.test(words.join(''));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return singularOf(one).join() === singularOf(other).join();
}

function singularOf(words: readonly string[]): string[] {
  return [...words.slice(0, -1), ...words.slice(-1).map(singular)];
}

function isPlural(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return singular(last) !== last || /^(people|children|media|data)$/.test(last);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
