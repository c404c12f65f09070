import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runSuite } from './run-suite.ts';
import type { Runtime } from './runtime.ts';
import type { RuntimeResult } from './runtime-result.ts';
import { cases } from './suite/cases.ts';
import { suiteTable } from './suite-table.ts';

const names = Object.keys(cases);
const outcomes = (failing?: string) => names.map((name) => ({ case: name, failure: name === failing ? 'no' : null }));
const [first = '', last = ''] = [names[0], names.at(-1)];
const resultOf = (version: string | undefined, runs: RuntimeResult['runs']): RuntimeResult => ({
  id: 'bun',
  name: 'Bun',
  version,
  runs,
  counterparts: [],
});
/** The cells of the row that begins with `start`. */
const rowOf = (table: string, start: string) => table.split('\n').find((row) => row.startsWith(`| ${start} |`));

it('the table shows "not run" for a runtime that is not installed', () => {
  const table = suiteTable([resultOf(undefined, [])]);
  expect(table).not.toContain('✓');
  for (const name of names) expect(rowOf(table, name)).toBe(`| ${name} | not run |`);
  expect(rowOf(table, 'all of these, by `require()`')).toContain('not run');
});

it('a case passes only if it passed by import and by require()', () => {
  const runs = [
    { load: 'import', transport: 'default', outcomes: outcomes() },
    { load: 'require', transport: 'default', outcomes: outcomes(first) },
  ] as const;
  const table = suiteTable([resultOf('1', runs)]);
  expect(rowOf(table, first)).toBe(`| ${first} | ✗ |`);
  expect(rowOf(table, last)).toBe(`| ${last} | ✓ |`);
  expect(rowOf(table, 'all of these, by `require()`')).toContain('✗');
});

it('the table leaves the cell for `require()` empty for a runtime without it', () => {
  const table = suiteTable([resultOf('1', [{ load: 'bundle', transport: 'default', outcomes: outcomes() }])]);
  expect(rowOf(table, 'all of these, by `require()`')).toBe('| all of these, by `require()` |  |');
});

it('the table has a row for the suite over each transport', () => {
  const runs = [
    { load: 'import', transport: 'default', outcomes: outcomes() },
    { load: 'import', transport: 'undici-7-30', outcomes: outcomes(first) },
  ] as const;
  const table = suiteTable([resultOf('1', runs)]);
  expect(rowOf(table, first)).toBe(`| ${first} | ✓ |`);
  expect(rowOf(table, 'all of these, over `createUndiciFetch()` of undici 7.30')).toContain('✗');
  expect(rowOf(table, 'all of these, over `createUndiciFetch()` of undici 8')).not.toContain('✓');
});

it('a case fails if the runtime exits before it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'suite-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const runtime: Runtime = {
    id: 'node',
    name: 'Node',
    loads: ['import'],
    transports: ['default'],
    version: () => '1',
    command: () => [process.execPath, '--eval', 'console.error("It broke."); process.exitCode = 3'],
  };
  const found = await runSuite(runtime, 'import', 'default', { folder, withPeers: () => folder });
  expect(found.map((outcome) => outcome.case)).toEqual(names);
  for (const { failure } of found) expect(failure).toMatch(/It broke\.\s+The program exited with code 3\./);
});
