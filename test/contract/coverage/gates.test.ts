import { expect, it } from 'vitest';
import type { Coverage, Reach } from './coverage.ts';
import { tableOf } from './coverage-table.ts';
import { brokenGates } from './gates.ts';
import { type Kind, kinds } from './kind.ts';

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

it('coverage without anything missing passes', () => {
  expect(brokenGates('vendor', coverageOf({}), {})).toEqual([]);
});

it.each(kinds)('coverage that lacks one of the %s fails, and names it', (kind) => {
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
])('a reason for missing %s leaves %i broken gates', (kind, count) => {
  const reasons = { [kind]: { 'users/list query page': 'Its values are unknown.' } };
  expect(brokenGates('vendor', coverageOf({ [kind]: lacking }), reasons)).toHaveLength(count);
});

it('a reason for what is reached or gone fails', () => {
  const reasons = { parameters: { 'users/list query gone': 'It was there once.' } };
  expect(brokenGates('vendor', coverageOf({}), reasons)).toEqual([
    'vendor: users/list query gone (parameters) has a reason and needs none. Remove it from test/contract/coverage/unreached.json.',
  ]);
});

const measured = { mutants: 100, killed: 95, killedBy: { fixtures: 60, calls: 30, schemas: 5 }, stale: false };

it('coverage passes where mutants were never run, and where enough of them are killed', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: measured }), {})).toEqual([]);
});

it('coverage fails where too few mutants are killed', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: { ...measured, killed: 94 } }), {})).toEqual([
    'vendor: 94 of 100 mutants are killed, and 95 % must be.',
  ]);
});

it('coverage fails where the mutants were run on another spec', () => {
  expect(brokenGates('vendor', coverageOf({ mutants: { ...measured, stale: true } }), {})).toEqual([
    'vendor: its mutants were run on another spec. Run `npm run spec -- vendor`, and commit what it writes.',
  ]);
});

it('coverage with a finding of redocly drift fails', () => {
  const broken = brokenGates('vendor', coverageOf({ drift: ['error schema: body (GET /users, 200)'] }), {});
  expect(broken).toEqual(['vendor: redocly drift: error schema: body (GET /users, 200)']);
});

it('the coverage table has a column for each vendor', () => {
  const table = tableOf({
    one: coverageOf({ parameters: lacking }),
    two: coverageOf({ mutants: measured }),
  });
  const lines = table.split('\n').map((line) => line.trim().split(/ {2,}/));
  expect(lines).toContainEqual(['parameters', '1/2', '2/2']);
  expect(lines).toContainEqual(['media types', '2/2', '2/2']);
  expect(lines).toContainEqual(['mutants killed', 'not measured', '95/100']);
  expect(lines).toContainEqual(['by fixtures', 'not measured', '60/100']);
  expect(lines).toContainEqual(['by fixtures or calls', 'not measured', '90/100']);
});
