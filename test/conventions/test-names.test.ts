/** A test name is a sentence with a subject, so that it can be read alone in a log. */
import { describe, expect, it } from 'vitest';
import { notSubjects, verbs, verbsOrNouns } from './first-words.ts';
import { readText, sources } from './repository-files.ts';

/** A call of `it`, `test` or `describe`, or the name that follows `it.each(…)`. */
const call =
  /(?<![\w.'"`])(it|test|describe)\b([\w.]*)\(\s*(?:'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`)?|\)\(\s*(?:'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`),/g;
const object = /^\S+ (a|an|the|each|every|all|no|its|their|one|two|both|any|only|what|nothing|itself)\b/;

/** Reads the names of the tests of a file. The names of `describe` are headings, and need no subject. */
function namesIn(text: string): string[] {
  let caller = '';
  return [...text.matchAll(call)].flatMap(([, name = caller, , direct, template, each, eachTemplate]) => {
    caller = name;
    return name === 'describe' ? [] : [direct ?? template ?? each ?? eachTemplate ?? []].flat();
  });
}

/** Whether a name begins with a subject, as far as its first word tells. A placeholder counts as a subject. */
function hasSubject(name: string): boolean {
  const [first = ''] = name.trim().split(/[\s,:]/);
  if (notSubjects.includes(first) || verbs.includes(first)) return false;
  return !(verbsOrNouns.includes(first) && object.test(name));
}

describe('namesIn', () => {
  it('namesIn reads the names of it, test and each, and no names of describe', () => {
    const text = `describe('a heading', () => {
      it('a name', () => {});
      it.skipIf(a)('another name', () => {});
      describe.each(b)('another heading', () => {
        it.each([['with', { c: 1 }]])(
          '%s name',
          () => {},
        );
        test(\`a \${d} name\`, () => {});
      });
    });`;
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the name of the test above.
    expect(namesIn(text)).toEqual(['a name', 'another name', '%s name', 'a ${d} name']);
  });
});

describe('hasSubject', () => {
  it.each(['retry honors Retry-After', 'lists are read', 'names are unique', '%s is read', 'GET /users returns 200'])(
    'hasSubject accepts %j',
    (name) => {
      expect(hasSubject(name)).toBe(true);
    },
  );

  it.each(['of magicbell is read', 'returns 200', 'lists the pages', 'is, once more, read', 'with a key'])(
    'hasSubject refuses %j',
    (name) => {
      expect(hasSubject(name)).toBe(false);
    },
  );
});

it('each test name begins with a subject', () => {
  const tests = sources.filter((path) => path.endsWith('.test.ts'));
  const nameless = tests.flatMap((path) =>
    namesIn(readText(path))
      .filter((name) => !hasSubject(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(nameless).toEqual([]);
});
