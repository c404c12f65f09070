import { expect, it } from 'vitest';
import { operationNotes } from './operation-notes.ts';
import { allVendors } from './vendor.ts';

it('every note is about an operation of a vendor', () => {
  const operations = allVendors.flatMap(({ key, pages }) => pages.map(({ id }) => `${key}/${id}`));
  expect(Object.keys(operationNotes).filter((operation) => !operations.includes(operation))).toEqual([]);
});
