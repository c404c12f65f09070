import { expect, it } from 'vitest';
import { writeSize } from './generated-files.ts';

it('writeSize writes the limit of the size, rounded up', () => {
  expect(writeSize('One call is at most 1 kB of gzip, and small.', 12_350)).toBe(
    'One call is at most 12.4 kB of gzip, and small.',
  );
  expect(writeSize('at most 9.9 kB of gzip', 12_000)).toBe('at most 12.0 kB of gzip');
  expect(writeSize('It is small.', 12_000)).toBe('It is small.');
});
