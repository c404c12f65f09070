import { describe, expect, it } from 'vitest';
import { PlumblineError } from '../errors/plumbline-error.ts';
import { fillPath } from './path.ts';

const fill = (id: unknown) => fillPath('/users/{id}/topics', { id });

it('fillPath fills each name of the template', () => {
  expect(fillPath('/a/{one}/b/{two}/{one}', { one: '1', two: 2 })).toBe('/a/1/b/2/1');
  expect(fillPath('/a', { one: '1' })).toBe('/a');
});

it('fillPath leaves `:` and `@` unencoded', () => {
  expect(fill('email:mary@example.com')).toBe('/users/email:mary@example.com/topics');
});

it('fillPath does not fill a name in a value', () => {
  expect(fillPath('/{a}/{b}', { a: '{b}', b: 'x' })).toBe('/%7Bb%7D/x');
  expect(fillPath('/{a}', { a: '$&$1$`' })).toBe('/%24%26%241%24%60');
});

it.each([
  [''],
  ['.'],
  ['..'],
  ['\uD800'],
  ['a\uDC00b'],
  ['\uDC00\uD800'],
  [undefined],
  [null],
  [{}],
  [['..']],
  [{ toString: () => '..' }],
  [() => 'x'],
  [Symbol('x')],
])('fillPath refuses a value that cannot be one segment: %s', (id) => {
  expect(() => fill(id)).toThrow(PlumblineError);
  expect(() => fill(id)).toThrow(/^\/users\/\{id\}\/topics: `id` (is not a path segment|is missing)\./);
});

it.each([['constructor'], ['__proto__'], ['toString'], ['valueOf']])(
  'fillPath refuses a missing value for the name %s',
  (name) => {
    expect(() => fillPath(`/users/{${name}}`, {})).toThrow(`\`${name}\` is not a path segment.`);
  },
);

describe('a filled path', () => {
  const nasty = [
    ...['a/b', '/', '//', '///x', '../..', '..//', './', 'a/../b', '.../...', '...', '.. ', ' ..', '. .', '..\t'],
    ...['%2e%2e', '.%2e', '%2E.', '%2e', '%252e', '%2F', '%', '%%', '%zz', '%00', '%c0%ae'],
    ...['?x', 'x?y=z', '#x', '&', '=', ';', '..;', ';jsessionid=1', '..;/', ',', '+', ' ', '  '],
    ...['\\', '..\\', '\\..\\', 'C:\\', 'http://evil.example', '//evil.example', '@evil.example', 'javascript:x', ':'],
    ...['\n', '\r\n', '\t', '\t..', '..\n', '.\n.', '.\t.', '\u0000', '\u0007', '\u007F', '\u0085', '\u2028', '\uFEFF'],
    ...['é', 'ключ', '漢字', '💡', '\u202E', '．．', '。。', '․․', '／', '＼', '？', 'ﬀ', 'e\u0301'],
    ...[
      '{id}',
      '{}',
      '[x]',
      '"',
      "'",
      '<script>',
      '`',
      '|',
      '^',
      '~',
      '*',
      '!',
      '(',
      ')',
      '$&',
      '-0',
      '0',
      'x'.repeat(9000),
    ],
  ];
  const random: string[] = [];
  // A fixed seed makes the same strings in each run.
  let seed = 42;
  const next = (limit: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * limit);
  };
  const pieces = [
    '.',
    '..',
    '/',
    '\\',
    '%',
    '2e',
    '2f',
    '?',
    '#',
    ':',
    '@',
    ';',
    '\n',
    '\t',
    '\u0000',
    'a',
    'é',
    '💡',
    '＠',
  ];
  while (random.length < 2000) {
    const value = Array.from({ length: 1 + next(6) }, () => pieces[next(pieces.length)]).join('');
    if (value !== '.' && value !== '..') random.push(value);
  }

  it.each([
    ['nasty strings', nasty],
    ['strings made of nasty pieces', random],
    [
      'single characters',
      Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).filter((c) => c !== '.'),
    ],
    ['numbers', [0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER]],
  ])(
    'fillPath makes one segment, which a URL parser decodes to the value, of %s',
    (_, values: readonly (string | number)[]) => {
      for (const value of values) {
        const url = new URL(`https://api.example.com/v1${fill(value)}`);
        expect(url.host + url.search + url.hash).toBe('api.example.com');
        const segments = url.pathname.split('/');
        expect(segments).toEqual(['', 'v1', 'users', expect.any(String), 'topics']);
        expect(decodeURIComponent(segments[3] as string)).toBe(String(value));
      }
    },
  );
});
