import { expect, it } from 'vitest';
import { differsFromParent, splitSource } from './evidence.ts';

const documented = { level: 'documented', source: 'https://vendor.example/docs' } as const;

it('a source is split into links, with a title or an address as text', () => {
  expect(
    splitSource('Vendor API (https://vendor.example/docs) §Users; https://www.vendor.example/limits/ §Rates'),
  ).toEqual([
    { text: 'Vendor API', url: 'https://vendor.example/docs' },
    { text: ' §Users; ' },
    { text: 'vendor.example/limits', url: 'https://www.vendor.example/limits/' },
    { text: ' §Rates' },
  ]);
  expect(splitSource('vendor/community openapi.json @ ebf0689')).toEqual([
    { text: 'vendor/community openapi.json @ ebf0689' },
  ]);
});

it('evidence differs from its parent if it has another level or a note, not for another source', () => {
  expect(differsFromParent({ ...documented, source: 'https://vendor.example/more' }, documented)).toBe(false);
  expect(differsFromParent({ ...documented, level: 'unknown' }, documented)).toBe(true);
  expect(differsFromParent({ ...documented, note: 'Said twice.' }, documented)).toBe(true);
});
