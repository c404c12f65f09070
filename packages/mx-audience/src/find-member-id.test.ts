import { expect, it } from 'vitest';
import { findMemberId } from './find-member-id.ts';

it.each([
  [['5d0c6f1be2a84739b1f4078ec3a9d265'], '5d0c6f1be2a84739b1f4078ec3a9d265'],
  [['1', 'Ann', 'A97E34D0185B4C62AF3390D7BE61F08C'], 'A97E34D0185B4C62AF3390D7BE61F08C'],
  [['guid'], undefined],
  [['5d0c6f1be2a84739b1f4078ec3a9d265a'], undefined],
  [['5d0c6f1b-e2a8-4739-b1f4-078ec3a9d265'], undefined],
  [[], undefined],
])('findMemberId finds in %j the id %j', (row, id) => {
  expect(findMemberId(row)).toBe(id);
});

it('findMemberId distinguishes a header row from the others', () => {
  const rows = [['member_guid'], ['5d0c6f1be2a84739b1f4078ec3a9d265']];
  expect(rows.filter(findMemberId)).toEqual(rows.slice(1));
});
