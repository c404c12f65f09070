import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import type { Runtime } from '../runtime.ts';
import type { RuntimeResult } from '../runtime-result.ts';
import { counterparts, select } from '../select.ts';
import type { Counterpart, CounterpartResult, Limit } from './counterpart.ts';
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

/** Runs a counterpart whose command is a program. */
function resultOf(program: string, limits: readonly Limit[] = []): Promise<CounterpartResult> {
  const folder = mkdtempSync(`${tmpdir()}/counterpart-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const command = () => ({ argv: [process.execPath, '--input-type=module', '--eval', program], folder });
  const counterpart: Counterpart = { id: 'peer', name: 'works', on: ['node-20'], limits, commands: [command] };
  return runCounterpart(counterpart, runtime, { folder, withPeers: () => folder, remove: () => {} });
}

const failing = (text: string) => `throw new Error('${text}')`;

it('a counterpart passes when its command exits with 0', async () => {
  expect(await resultOf('')).toEqual({ counterpart: 'peer', verdict: 'passed' });
});

it('a counterpart fails with the output of its command', async () => {
  expect(await resultOf(failing('It broke.'))).toMatchObject({
    verdict: 'failed',
    reason: expect.stringContaining('It broke.'),
  });
});

it('a limit is verified by the output of the command', async () => {
  expect(await resultOf(failing('too old'), [limit])).toEqual({
    counterpart: 'peer',
    verdict: 'limit',
    reason: 'It needs Node 22.',
  });
});

it('a limit fails when the counterpart works', async () => {
  expect(await resultOf('', [limit])).toMatchObject({ verdict: 'failed', reason: expect.stringContaining('stale') });
});

it('a limit fails when the counterpart fails for another reason', async () => {
  const result = await resultOf(failing('It broke.'), [limit]);
  const reason = expect.stringMatching(/is not the cause[\s\S]*It broke\./);
  expect(result).toMatchObject({ verdict: 'failed', reason });
});

it('a limit of another runtime does not apply', async () => {
  const other = { ...limit, on: ['node-26'] };
  expect(await resultOf(failing('too old'), [other])).toMatchObject({ verdict: 'failed' });
});

it('the table numbers limits, and omits a runtime without counterparts', () => {
  const rows = ['one', 'two', 'three'].map((id) => ({ id, name: id, on: ['node-20'], commands: [] }));
  const on = (id: string, results: readonly CounterpartResult[]): RuntimeResult => ({
    id,
    name: id,
    version: '1',
    runs: [],
    counterparts: results,
  });
  const results: CounterpartResult[] = [
    { counterpart: 'one', verdict: 'passed' },
    { counterpart: 'two', verdict: 'limit', reason: 'It needs Node 22.' },
  ];
  const table = counterpartTable([on('node-20', results), on('chromium', [])], rows);
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

it('command line arguments select runtimes, the suite and counterparts', () => {
  const all = select([], [runtime]);
  expect(all).toMatchObject({ suite: true, whole: true, counterparts });
  expect(select(['node-20'], [runtime])).toMatchObject({ suite: true, whole: false, counterparts });
  const one = select(['msw'], [runtime]);
  expect(one).toMatchObject({ suite: false, runtimes: [runtime], counterparts: [{ id: 'msw' }] });
  expect(select(['suite'], [runtime])).toMatchObject({ suite: true, counterparts: [] });
  expect(() => select(['mws'], [runtime])).toThrow(/^Unknown argument: mws\. Use any of: node-20, suite, .*\bmsw\b/);
});

it('every counterpart has a unique id and a unique name', () => {
  for (const key of ['id', 'name'] as const) {
    const values = counterparts.map((counterpart) => counterpart[key]);
    expect(values).toEqual([...new Set(values)]);
  }
});
