import { expect, it } from 'vitest';
import { sampleCode } from './sample-code.ts';

function fill(meta: string): string {
  const code = { type: 'code' as const, lang: 'ts', meta, value: 'as it was' };
  sampleCode()({ type: 'root', children: [code] });
  return code.value;
}

it('fills a block with a region of a program that the tests run', () => {
  expect(fill('sample=pagination#array')).toBe(
    'const newest = await magnify.motions.list().toArray({ limit: 20 });\nconsole.log(newest.length);',
  );
});

it('takes a whole program without the marks of its regions', () => {
  expect(fill('sample=csv')).toMatch(/^import \{ createMxAudience/);
  expect(fill('sample=csv')).not.toContain('#region');
});

it('leaves other blocks alone', () => {
  expect(fill('')).toBe('as it was');
});

it('names the place of what is not there', () => {
  expect(() => fill('sample=csv#none')).toThrow('test/snippets/guides/csv.ts has no region none.');
});
