/**
 * Measures everything, and writes RESULTS.md and its figures as RESULTS.json. `prepare.ts` must run first.
 *
 * Exits 1 after writing when Plumbline fails a case or misses a budget. Exits 2 and writes nothing when the two measurements of
 * `fetch` differ too much.
 */
import { writeFileSync } from 'node:fs';
import { checkBudgets } from '../budgets.ts';
import { type CaseResults, runCases } from '../cases/run-cases.ts';
import { findDisagreements } from '../cpu/agreement.ts';
import { loads } from '../cpu/loads.ts';
import { measureCpu } from '../cpu/measure.ts';
import { compareWithFetch } from '../cpu/ratios.ts';
import type { Figures } from '../figures.ts';
import { measureFleet } from '../fleet/measure.ts';
import { measureHeap } from '../heap/measure.ts';
import { names } from '../peers/names.ts';
import { cpuClients, heapClients, peers } from '../peers/peers.ts';
import { measureSandbox } from '../sandbox/measure.ts';
import { reportBudgets } from './budgets.ts';
import { countCases } from './cases.ts';
import { describeMachine, listVersions } from './machine.ts';
import { writeReport } from './markdown.ts';
import { measureWeights } from './weight.ts';

console.error('CPU of a call …');
const inFlight = loads.map((load) => load.inFlight);
const ratios = compareWithFetch(await measureCpu({ clients: cpuClients, inFlight, rounds: 100, seconds: 430 }));
const disagreements = findDisagreements(ratios.ratios);
for (const line of disagreements) console.error(`Too noisy: ${line}.`);
if (disagreements.length > 0) {
  console.error('No results were written. Run the bench again on an idle machine.');
  process.exit(2);
}
console.error('heap of a waiting call …');
const heap = await measureHeap(heapClients);
console.error('size and import …');
const weights = await measureWeights();
console.error('calls of the sandbox …');
const sandbox = await measureSandbox();
console.error('limits of many processes …');
const fleet = await measureFleet(30);
console.error('the cases …');
const results = await runCases();

const checked = checkBudgets({ cpu: ratios, heap: heap.heap, weights, sandbox, fleet });
const date = new Date().toISOString().slice(0, 10);
const machine = describeMachine();
const figures: Figures = {
  date,
  machine,
  casesDate: date,
  cases: countCases(results),
  cpu: { rounds: ratios.rounds, ratios: ratios.ratios },
  heap: heap.heap,
  weights,
  sandbox,
  fleet,
};
write(
  'RESULTS.md',
  writeReport({
    figures,
    versions: listVersions([...cpuClients.flatMap((client) => client.package ?? []), 'undici', 'esbuild']),
    cases: results,
    ratios,
    heap,
    checked,
  }),
);
write('RESULTS.json', `${JSON.stringify({ ...figures, budgets: checked }, null, 2)}\n`);

console.log(reportBudgets(checked));
const failures = findFailures(results);
for (const line of failures) console.error(line);
if (failures.length > 0 || checked.some(({ met }) => !met)) process.exitCode = 1;

function write(name: string, text: string): void {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}

/** The cases that Plumbline does not pass. */
function findFailures(results: CaseResults): readonly string[] {
  return peers
    .filter(({ name }) => name === names.plumbline || name === names.plumblineUndici)
    .flatMap(({ name }) => (results.get(name) ?? []).map((cell) => ({ name, ...cell })))
    .flatMap(({ name, verdict, seen }) => (verdict === 'pass' ? [] : [`${name}: ${seen}`]));
}
