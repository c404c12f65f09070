import { expect, it } from 'vitest';
import type { Coverage, Reach } from './coverage.ts';
import { brokenGates } from './gates.ts';
import { type Kind, kinds } from './kind.ts';
import { tableOf } from './table.ts';

const full: Reach = { reached: 2, declared: 2, missing: [] };
const lacking: Reach = { reached: 1, declared: 2, missing: ['users/list query page'] };
const coverageOf = (changed: object): Coverage => ({
  ...(Object.fromEntries(kinds.map((kind) => [kind, full])) as Record<Kind, Reach>),
  fixtures: { payloads: 3, rows: 40 },
  mutants: null,
  exchanges: { accepted: 7, refused: 5 },
  drift: [],
  ...changed,
});

it('passes where all is reached', () => {
  expect(brokenGates('vendor', coverageOf({}), {})).toEqual([]);
});

it.each(kinds)('does not pass where one of the %s is missing, and names it', (kind) => {
  const [broken, ...others] = brokenGates('vendor', coverageOf({ [kind]: lacking }), {});
  expect(broken).toContain(`vendor: no test reaches users/list query page (${kind}).`);
  expect(others).toEqual([]);
});

it.each([
  ['parameters', 0],
  ['requestProperties', 0],
  ['responseProperties', 0],
  ['operations', 2],
  ['statuses', 2],
  ['mediaTypes', 2],
])('takes a reason for missing %s, or refuses it: %i broken', (kind, count) => {
  const reasons = { [kind]: { 'users/list query page': 'Nobody knows its values.' } };
  expect(brokenGates('vendor', coverageOf({ [kind]: lacking }), reasons)).toHaveLength(count);
});

it('does not keep a reason for what is reached or gone', () => {
  const reasons = { parameters: { 'users/list query gone': 'It was there once.' } };
  expect(brokenGates('vendor', coverageOf({}), reasons)).toEqual([
    'vendor: users/list query gone (parameters) has a reason and needs none. Take it out of unreached.json.',
  ]);
});

const measured = { mutants: 100, killed: 95, noticedBy: { words: 60, calls: 30, schemas: 5 }, stale: false };

it('passes where mutants are not measured, and where enough of them are killed', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: measured }), {})).toEqual([]);
});

it('does not pass where too few mutants are killed', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: { ...measured, killed: 94 } }), {})).toEqual([
    'vendor: 94 of 100 mutants are killed, and 95 % must be.',
  ]);
});

it('does not pass where the mutants are those of another bundle', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: { ...measured, stale: true } }), {})).toEqual([
    'vendor: its mutants were measured on another bundle. Run `npm run mutate`, and commit test/mutants/RESULTS.json.',
  ]);
});

it('does not pass a finding of drift', () => {
  const broken = brokenGates('vendor', coverageOf({ drift: ['error schema: body (GET /users, 200)'] }), {});
  expect(broken).toEqual(['vendor: redocly drift: error schema: body (GET /users, 200)']);
});

it('is printed as a table with a column for each vendor', () => {
  const table = tableOf({
    one: coverageOf({ parameters: lacking }),
    two: coverageOf({ mutants: measured }),
  });
  const lines = table.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(lines).toContainEqual(['parameters', '1/2', '2/2']);
  expect(lines).toContainEqual(['media types', '2/2', '2/2']);
  expect(lines).toContainEqual(['mutants killed', 'not measured', '95/100']);
  expect(lines).toContainEqual(['by words', 'not measured', '60/100']);
  expect(lines).toContainEqual(['by words or calls', 'not measured', '90/100']);
});
