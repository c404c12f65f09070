import type { CheckedBudget } from '../budgets.ts';
import type { CaseResults } from '../cases/run-cases.ts';
import type { Ratios } from '../cpu/ratios.ts';
import type { Figures } from '../figures.ts';
import { reportFleet } from '../fleet/measure.ts';
import type { HeapFigures } from '../heap/measure.ts';
import { reportSandbox } from '../sandbox/measure.ts';
import { reportBudgets } from './budgets.ts';
import { reportRatios } from './cpu.ts';
import { reportHeap } from './heap.ts';
import { reportWeights } from './weight.ts';
import { casesCommand, reportCasesPart } from './write-cases.ts';

/** The data of RESULTS.md. */
export interface Report {
  readonly figures: Figures;
  readonly versions: string;
  readonly cases: CaseResults;
  readonly ratios: Ratios;
  readonly heap: HeapFigures;
  readonly checked: readonly CheckedBudget[];
}

/** The text of RESULTS.md. */
export function writeReport({ figures, versions, checked, cases, ratios, heap }: Report): string {
  const { date, machine, weights, sandbox, fleet } = figures;
  return `# Plumbline and its peers

Written by \`npm run bench\` on ${date}. Do not edit: run it again.

- Machine: ${machine}
- Versions: ${versions}
- Command: \`npm ci && npm run bench\` at the root of the repository. It builds the packages, installs the peers in
  \`test/bench\`, and takes about ten minutes. It exits 1 when Plumbline fails a case or misses a budget. It exits 2 and writes nothing
  when the machine is too noisy.
- Everything runs against servers on loopback. A peer is set up as in its own documentation, with its defaults. Only cases about
  timeouts set one. A peer that has no timeout gets \`AbortSignal.timeout()\` there. Peers that have no vendor call MagicBell's paths
  with MagicBell's headers.

<!-- written by \`${casesCommand}\` -->

${reportCasesPart(figures, cases)}

<!-- /written -->

## Budgets

${reportBudgets(checked)}

${cpuSection(ratios)}

${heapSection(heap)}

## Size and import

Size of a client and one call, bundled and minified by esbuild for a browser or a worker, then compressed with gzip. Import: CPU of a
new process, the lowest of eleven, minus that of an empty program.

${reportWeights(weights)}

## Sandbox

CPU of a call of the sandbox of MagicBell with 100 users, by its \`fetch\`: the request, the response, and its parsed body.

${reportSandbox(sandbox)}

## Limits of many processes

Eight processes share a limit of 50 requests a second over one Redis server, for 30 seconds. A window is any second, whenever it begins. *As
counted* is by the log of the server, *as sent* by the clock of the processes, which also has the time until a process continues. An equal
share is an eighth. The last three columns are one process below its limit: median and 99th percentile of an admission, and admissions a
second with 64 requests waiting. rate-limiter-flexible has its \`RateLimiterQueue\`, Bottleneck a reservoir.

${reportFleet(fleet)}
`;
}

function cpuSection(ratios: Ratios): string {
  return `## CPU of a call

CPU time of the process, including system time, for a GET of a list of ten users, read and parsed. It is given as a multiple of bare
\`fetch\` with \`response.json()\` in the same run. Every policy: with \`deadline\`, \`observe\` and a limiter besides the defaults.

- All clients share one process, and the server has another. Each round runs every client once, in random order, for a batch of
  about 100 ms. Each batch is divided by the pace of its round: the median of its batches relative to their usual cost.
- A batch ends with a full garbage collection, which is part of its cost. The cost of a batch without calls is subtracted.
- \`fetch\` runs twice. A run in which the two differ by more than 5 % in any load is not published.
- \`undici.request\` and \`node:http\`, with \`JSON.parse\`, are lower bounds for the clients that use them.

${reportRatios(ratios)}`;
}

function heapSection(heap: HeapFigures): string {
  return `## Heap of a waiting call

V8 heap for a call that waits for its response, including its connection, after garbage collection. Each client has its own process.
The server receives the calls and never responds.

${reportHeap(heap)}`;
}
