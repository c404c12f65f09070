/**
 * Runs everything and writes RESULTS.md, the figures in it as RESULTS.json, and the table of the README. Needs what `bench.ts` builds and installs.
 *
 * Fails when Plumbline fails a case, or when a call costs it more CPU than its budget.
 */
import { writeFileSync } from 'node:fs';
import { runBoard } from '../cases/board.ts';
import { measureRatios } from '../cpu/ratios.ts';
import { peers } from '../peers/peers.ts';
import { plumbline } from '../peers/plumbline.ts';
import { plumblineUndici } from '../peers/plumbline-undici.ts';
import { countCells, reportBoard } from './board.ts';
import { reportRatios, roundRatio, withinBudget } from './cpu.ts';
import { machine, versionOf } from './machine.ts';
import { writeSummary } from './readme.ts';
import { measureWeights, reportWeights } from './weight.ts';

console.error('CPU of a call …');
const ratios = await measureRatios();
console.error('size and import …');
const weights = await measureWeights();
console.error('the cases …');
const board = await runBoard();

const packages = [...new Set([...peers.flatMap((peer) => peer.package ?? []), 'undici', 'esbuild'])].sort();
const date = new Date().toISOString().slice(0, 10);
const versions = packages.map((name) => `${name} ${versionOf(name)}`).join(', ');

writeFileSync(
  new URL('../RESULTS.md', import.meta.url),
  `# Plumbline and its peers

Written by \`npm run bench\` on ${date}. Do not edit: run it again.

- Machine: ${machine()}
- Versions: ${versions}
- To run it: \`npm ci && npm run bench\` at the root of the repository. It builds the packages, installs the peers below
  \`test/bench\`, and takes a few minutes. It fails when Plumbline fails a case or exceeds a budget of CPU.
- Everything runs against servers on loopback. A peer is set up as its own documentation says, at its defaults; the timeout is
  its default too, but where a case is about it. A peer that has no timeout gets \`AbortSignal.timeout()\`. Peers without
  a vendor of their own call MagicBell's paths with MagicBell's headers.

## On a bad network

${reportBoard(board)}

## CPU of a call

CPU time of the client's process, system time included, for a GET of a list of ten users, read and parsed, as a multiple of
bare \`fetch\` with \`response.json()\` in the same round of the same run. Every client has a process of its own, in which nothing else is loaded, and
they take turns; the server is another. Every policy: with \`deadline\`, \`observe\` and a limiter besides what is on by default.

${reportRatios(ratios)}

## Size and import

Client and one call, bundled and minified by esbuild as for a browser or worker, then gzip. Import: CPU of a
fresh process, the smallest of eleven, less that of an empty program.

${reportWeights(weights)}
`,
);

const figures = {
  date,
  machine: machine(),
  cases: [...board].map(([name, column]) => ({ name, ...countCells(column) })),
  cpu: { rounds: ratios.rounds, ratios: ratios.ratios.map(roundRatio) },
  weights,
};
writeFileSync(new URL('../RESULTS.json', import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
writeSummary(figures);

const failed = [plumbline, plumblineUndici].flatMap(({ name }) =>
  (board.get(name) ?? []).flatMap(({ verdict, seen }) => (verdict === 'pass' ? [] : [`${name}: ${seen}`])),
);
if (!withinBudget(ratios)) failed.push('A budget of CPU is exceeded.');
for (const line of failed) console.error(line);
process.exitCode = failed.length > 0 ? 1 : 0;
