import { expect, it } from 'vitest';
import { sortGuides } from './guides.ts';

it('sortGuides puts the first steps first, a new guide last, and leaves out guides for contributors', () => {
  const names = ['adding-a-vendor', 'zebra', 'csv', 'errors', 'getting-started'];
  expect(sortGuides(names)).toEqual(['getting-started', 'errors', 'csv', 'zebra']);
});
