import type { JudgedBudget } from '../budgets.ts';
import type { Board } from '../cases/board.ts';
import type { Ratios } from '../cpu/ratios.ts';
import type { Figures } from '../figures.ts';
import type { HeapFigures } from '../heap/measure.ts';
import { reportBoard } from './board.ts';
import { reportBudgets } from './budgets.ts';
import { reportRatios } from './cpu.ts';
import { reportHeap } from './heap.ts';
import { reportWeights } from './weight.ts';

/** What RESULTS.md is written from. */
export interface Report extends Pick<Figures, 'date' | 'machine' | 'weights'> {
  readonly versions: string;
  readonly board: Board;
  readonly ratios: Ratios;
  readonly heap: HeapFigures;
  readonly judged: readonly JudgedBudget[];
}

/** The text of RESULTS.md. */
export function writeReport({ date, machine, versions, judged, board, ratios, heap, weights }: Report): string {
  return `# Plumbline and its peers

Written by \`npm run bench\` on ${date}. Do not edit: run it again.

- Machine: ${machine}
- Versions: ${versions}
- To run it: \`npm ci && npm run bench\` at the root of the repository. It builds the packages, installs the peers below
  \`test/bench\`, and takes about six minutes. It exits 1 when Plumbline fails a case or misses a budget. It exits 2 and writes nothing
  when the machine is too noisy.
- Everything runs against servers on loopback. A peer is set up as its own documentation says, at its defaults; the timeout is
  its default too, but where a case is about it. A peer that has no timeout gets \`AbortSignal.timeout()\`. Peers without
  a vendor of their own call MagicBell's paths with MagicBell's headers.

## Budgets

${reportBudgets(judged)}

## On a bad network

${reportBoard(board)}

${cpuSection(ratios)}

${heapSection(heap)}

## Size and import

Client and one call, bundled and minified by esbuild as for a browser or worker, then gzip. Import: CPU of a
fresh process, the smallest of eleven, less that of an empty program.

${reportWeights(weights)}
`;
}

function cpuSection(ratios: Ratios): string {
  return `## CPU of a call

CPU time of the process, system time included, for a GET of a list of ten users, read and parsed, as a multiple of bare \`fetch\` with
\`response.json()\` in the same run. Every policy: with \`deadline\`, \`observe\` and a limiter besides what is on by default.

- All clients share one process; the server has another. Each round takes every client once, in random order, for a batch of
  about 100 ms. A round's pace, the median of its batches beside their usual cost, is taken out of it.
- A batch ends with a full garbage collection, which is part of its cost. What a batch without calls costs is subtracted.
- \`fetch\` runs twice. A run in which the two differ by more than 5 % in any load is not published.
- \`undici.request\` and \`node:http\`, with \`JSON.parse\`, are the floors: no client over them costs less.

${reportRatios(ratios)}`;
}

function heapSection(heap: HeapFigures): string {
  return `## Heap of a waiting call

What a call occupies in the heap of V8 while it waits for its response, its connection included, after garbage collection. Each
client has a process of its own. The server receives the calls and holds its responses.

${reportHeap(heap)}`;
}
