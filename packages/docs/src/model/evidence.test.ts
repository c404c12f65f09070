import { expect, it } from 'vitest';
import { differs, partsOf } from './evidence.ts';

const documented = { level: 'documented', source: 'https://vendor.example/docs' } as const;

it('takes the pages that a source names for links, by their titles or their addresses', () => {
  expect(partsOf('Vendor API (https://vendor.example/docs) §Users; https://www.vendor.example/limits/ §Rates')).toEqual(
    [
      { text: 'Vendor API', url: 'https://vendor.example/docs' },
      { text: ' §Users; ' },
      { text: 'vendor.example/limits', url: 'https://www.vendor.example/limits/' },
      { text: ' §Rates' },
    ],
  );
  expect(partsOf('vendor/community openapi.json @ ebf0689')).toEqual([
    { text: 'vendor/community openapi.json @ ebf0689' },
  ]);
});

it('is worth telling where the level differs, or where there is a note', () => {
  expect(differs({ ...documented, source: 'https://vendor.example/more' }, documented)).toBe(false);
  expect(differs({ ...documented, level: 'unknown' }, documented)).toBe(true);
  expect(differs({ ...documented, note: 'Said twice.' }, documented)).toBe(true);
});
