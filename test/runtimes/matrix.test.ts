import { expect, it } from 'vitest';
import { tableFor } from './matrix.ts';
import type { Project } from './project.ts';
import { runSuite } from './run-suite.ts';
import type { Runtime } from './runtime.ts';
import { cases } from './suite/cases.ts';

const names = Object.keys(cases);
const outcomes = (failing?: string) => names.map((name) => ({ case: name, failure: name === failing ? 'no' : null }));
const [first = '', last = ''] = [names[0], names.at(-1)];
/** The cells of the row that begins with `start`. */
const rowOf = (table: string, start: string) => table.split('\n').find((row) => row.startsWith(`| ${start} |`));

it('says of a runtime that is not installed that nothing was run', () => {
  const table = tableFor([{ name: 'Bun', version: undefined, runs: [] }]);
  expect(table).not.toContain('✓');
  for (const name of names) expect(rowOf(table, name)).toBe(`| ${name} | not run |`);
  expect(rowOf(table, 'all of these, by `require()`')).toContain('not run');
});

it('has a case pass only where it passed however the packages were loaded', () => {
  const runs = [
    { load: 'import', outcomes: outcomes() },
    { load: 'require', outcomes: outcomes(first) },
  ] as const;
  const table = tableFor([{ name: 'Bun', version: '1', runs }]);
  expect(rowOf(table, first)).toBe(`| ${first} | ✗ |`);
  expect(rowOf(table, last)).toBe(`| ${last} | ✓ |`);
  expect(rowOf(table, 'all of these, by `require()`')).toContain('✗');
});

it('says nothing of `require()` where a runtime has none', () => {
  const table = tableFor([{ name: 'workerd', version: '1', runs: [{ load: 'bundle', outcomes: outcomes() }] }]);
  expect(rowOf(table, 'all of these, by `require()`')).toBe('| all of these, by `require()` |  |');
});

it('has every case fail that a runtime did not get to', async () => {
  const project = { folder: import.meta.dirname, write: () => '', read: () => '', remove: () => {} } satisfies Project;
  const runtime: Runtime = {
    id: 'node',
    name: 'Node',
    loads: ['import'],
    version: () => '1',
    command: () => [process.execPath, '--eval', 'console.error("It broke."); process.exitCode = 3'],
  };
  const found = await runSuite(runtime, 'import', project);
  expect(found.map((outcome) => outcome.case)).toEqual(names);
  for (const { failure } of found) expect(failure).toMatch(/It broke\.\s+It ended with 3\./);
});
