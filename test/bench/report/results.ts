/**
 * Measures everything and writes RESULTS.md, its figures as RESULTS.json, and the table of the README. Needs what `prepare.ts` makes.
 *
 * Exits 1 when Plumbline fails a case or misses a budget, after writing. Exits 2 and writes nothing when `fetch` under two names differs
 * too much.
 */
import { writeFileSync } from 'node:fs';
import { judgeBudgets } from '../budgets.ts';
import { type Board, runBoard } from '../cases/board.ts';
import { findDisagreements } from '../cpu/agreement.ts';
import { loads } from '../cpu/loads.ts';
import { measureCpu } from '../cpu/measure.ts';
import { compareWithFetch } from '../cpu/ratios.ts';
import type { Figures } from '../figures.ts';
import { measureHeap } from '../heap/measure.ts';
import { names } from '../peers/names.ts';
import { holders, peers, runners } from '../peers/peers.ts';
import { countCells } from './board.ts';
import { reportBudgets } from './budgets.ts';
import { describeMachine, versionOf } from './machine.ts';
import { writeReport } from './markdown.ts';
import { writeSummary } from './readme.ts';
import { measureWeights } from './weight.ts';

console.error('CPU of a call …');
const inFlight = loads.map((load) => load.inFlight);
const ratios = compareWithFetch(await measureCpu({ clients: runners, inFlight, rounds: 100, seconds: 430 }));
const disagreements = findDisagreements(ratios.ratios);
for (const line of disagreements) console.error(`Too noisy: ${line}.`);
if (disagreements.length > 0) {
  console.error('Nothing is written. Run the bench again on an idle machine.');
  process.exit(2);
}
console.error('heap of a waiting call …');
const heap = await measureHeap(holders);
console.error('size and import …');
const weights = await measureWeights();
console.error('the cases …');
const board = await runBoard();

const judged = judgeBudgets({ cpu: ratios, heap: heap.heap, weights });
const date = new Date().toISOString().slice(0, 10);
const machine = describeMachine();
const figures: Figures = {
  date,
  machine,
  cases: [...board].map(([name, column]) => ({ name, ...countCells(column) })),
  cpu: { rounds: ratios.rounds, ratios: ratios.ratios },
  heap: heap.heap,
  weights,
};
write('RESULTS.md', writeReport({ date, machine, versions: listVersions(), board, ratios, heap, weights, judged }));
write('RESULTS.json', `${JSON.stringify({ ...figures, budgets: judged }, null, 2)}\n`);
writeSummary(figures, judged);

console.log(reportBudgets(judged));
const failures = findFailures(board);
for (const line of failures) console.error(line);
if (failures.length > 0 || judged.some(({ met }) => !met)) process.exitCode = 1;

function write(name: string, text: string): void {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}

function listVersions(): string {
  const packages = new Set([...runners.flatMap((runner) => runner.package ?? []), 'undici', 'esbuild']);
  return [...packages]
    .sort()
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ');
}

/** The cases that Plumbline does not pass. */
function findFailures(board: Board): readonly string[] {
  return peers
    .filter(({ name }) => name === names.plumbline || name === names.plumblineUndici)
    .flatMap(({ name }) => (board.get(name) ?? []).map((cell) => ({ name, ...cell })))
    .flatMap(({ name, verdict, seen }) => (verdict === 'pass' ? [] : [`${name}: ${seen}`]));
}
