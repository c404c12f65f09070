import { expect, it } from 'vitest';
import { snippetCode } from './snippet-code.ts';

function fill(meta: string): string {
  const code = { type: 'code' as const, lang: 'ts', meta, value: 'unchanged' };
  snippetCode()({ type: 'root', children: [code] });
  return code.value;
}

it('a code block gets the region of the snippet that it names', () => {
  expect(fill('snippet=pagination#array')).toBe(
    'const newest = await magnify.motions.list().toArray({ limit: 20 });\nconsole.log(newest.length);',
  );
});

it('a code block without a region gets the whole snippet, without region comments', () => {
  expect(fill('snippet=csv')).toMatch(/^import \{\n {2}createMxAudience/);
  expect(fill('snippet=csv')).not.toContain('#region');
});

it('a code block without a snippet keeps its code', () => {
  expect(fill('')).toBe('unchanged');
});

it('a missing region throws an error that names the file and the region', () => {
  expect(() => fill('snippet=csv#none')).toThrow('test/snippets/guides/csv.ts has no region none.');
});
