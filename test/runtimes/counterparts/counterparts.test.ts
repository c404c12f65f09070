import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import type { Result } from '../result.ts';
import type { Runtime } from '../runtime.ts';
import { counterparts, select } from '../select.ts';
import type { Cell, Counterpart, Limit } from './counterpart.ts';
import { counterpartTable } from './counterpart-table.ts';
import { runCounterpart } from './run-counterpart.ts';

const runtime: Runtime = {
  id: 'node-20',
  name: 'Node 20',
  loads: ['import'],
  transports: ['default'],
  version: () => '20',
  command: () => [],
};
const limit: Limit = { on: ['node-20'], reason: 'It needs Node 22.', output: /too old/ };

/** What a counterpart comes to whose command is that program. */
function cellOf(program: string, limits: readonly Limit[] = []): Promise<Cell> {
  const folder = mkdtempSync(`${tmpdir()}/counterpart-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const command = () => ({ words: [process.execPath, '--input-type=module', '--eval', program], folder });
  const counterpart: Counterpart = { id: 'peer', name: 'works', on: ['node-20'], limits, commands: [command] };
  return runCounterpart(counterpart, runtime, { folder, withPeers: () => folder, remove: () => {} });
}

const failing = (text: string) => `throw new Error('${text}')`;

it('a counterpart passes when its command exits with 0', async () => {
  expect(await cellOf('')).toEqual({ counterpart: 'peer', verdict: 'passed' });
});

it('a counterpart fails with what its command printed', async () => {
  expect(await cellOf(failing('It broke.'))).toMatchObject({
    verdict: 'failed',
    reason: expect.stringContaining('It broke.'),
  });
});

it('a limit is verified by the output of the command', async () => {
  expect(await cellOf(failing('too old'), [limit])).toEqual({
    counterpart: 'peer',
    verdict: 'limit',
    reason: 'It needs Node 22.',
  });
});

it('a limit fails when the counterpart works', async () => {
  expect(await cellOf('', [limit])).toMatchObject({ verdict: 'failed', reason: expect.stringContaining('stale') });
});

it('a limit fails when the counterpart fails for another reason', async () => {
  const cell = await cellOf(failing('It broke.'), [limit]);
  expect(cell).toMatchObject({ verdict: 'failed', reason: expect.stringMatching(/is not why[\s\S]*It broke\./) });
});

it('a limit of another runtime excuses nothing', async () => {
  const other = { ...limit, on: ['node-26'] };
  expect(await cellOf(failing('too old'), [other])).toMatchObject({ verdict: 'failed' });
});

it('the table numbers limits and has no column for a runtime without counterparts', () => {
  const rows = ['one', 'two', 'three'].map((id) => ({ id, name: id, on: ['node-20'], commands: [] }));
  const resultOf = (id: string, cells: readonly Cell[]): Result => ({ id, name: id, version: '1', runs: [], cells });
  const cells: Cell[] = [
    { counterpart: 'one', verdict: 'passed' },
    { counterpart: 'two', verdict: 'limit', reason: 'It needs Node 22.' },
  ];
  const table = counterpartTable([resultOf('node-20', cells), resultOf('chromium', [])], rows);
  expect(table.split('\n')).toEqual([
    '|  | node-20 |',
    '| --- | :-: |',
    '| one | ✓ |',
    '| two | [1] |',
    '| three | not run |',
    '',
    '- [1] It needs Node 22.',
  ]);
});

it('words of the command line select runtimes, the suite and counterparts', () => {
  const all = select([], [runtime]);
  expect(all).toMatchObject({ suite: true, whole: true, counterparts });
  expect(select(['node-20'], [runtime])).toMatchObject({ suite: true, whole: false, counterparts });
  const one = select(['msw'], [runtime]);
  expect(one).toMatchObject({ suite: false, runtimes: [runtime], counterparts: [{ id: 'msw' }] });
  expect(select(['suite'], [runtime])).toMatchObject({ suite: true, counterparts: [] });
  expect(() => select(['mws'], [runtime])).toThrow(/^Unknown: mws\. Known are: node-20, suite, .*\bmsw\b/);
});

it('every counterpart has an id and a name of its own', () => {
  for (const key of ['id', 'name'] as const) {
    const values = counterparts.map((counterpart) => counterpart[key]);
    expect(values).toEqual([...new Set(values)]);
  }
});
