/** `--only`: measures one part of the bench and prints it. For development: it writes no file. */
import { judgeBudgets } from '../budgets.ts';
import { runBoard } from '../cases/board.ts';
import { findDisagreements } from '../cpu/agreement.ts';
import { loads } from '../cpu/loads.ts';
import { measureCpu } from '../cpu/measure.ts';
import type { CpuTask } from '../cpu/process.ts';
import { compareWithFetch } from '../cpu/ratios.ts';
import type { Measured } from '../figures.ts';
import { measureHeap } from '../heap/measure.ts';
import { names } from '../peers/names.ts';
import type { Runner } from '../peers/peer.ts';
import { holders, runners } from '../peers/peers.ts';
import { countCells } from './board.ts';
import { reportBudgets } from './budgets.ts';
import { reportRatios } from './cpu.ts';
import { reportHeap } from './heap.ts';
import { measureWeights, reportWeights } from './weight.ts';

/** What `--only` measures, and for which peers. */
export interface PartOptions extends Pick<CpuTask, 'inFlight' | 'rounds' | 'seconds'> {
  readonly peers: RegExp;
}

const parts: Readonly<Record<string, (options: PartOptions) => Promise<Measured>>> = {
  cpu: printCpu,
  heap: printHeap,
  weight: printWeights,
  cases: printCases,
};

export async function printPart(name: string, options: PartOptions): Promise<void> {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw new Error(`There is no part "${name}". There are ${Object.keys(parts).join(', ')}.`);
  const judged = judgeBudgets(await part(options)).filter(({ measured }) => measured !== null);
  if (judged.length > 0) console.log(`\n${reportBudgets(judged)}`);
}

async function printCpu({ peers, inFlight, rounds, seconds }: PartOptions): Promise<Measured> {
  const known: readonly number[] = loads.map((load) => load.inFlight);
  if (inFlight.some((load) => !known.includes(load))) throw new Error(`The loads are ${known.join(', ')}.`);
  const clients = withFetch(runners, peers);
  const cpu = compareWithFetch(await measureCpu({ clients, inFlight, rounds, seconds }));
  console.log(reportRatios(cpu));
  for (const line of findDisagreements(cpu.ratios)) console.log(`Too noisy: ${line}.`);
  return { cpu };
}

async function printHeap({ peers }: PartOptions): Promise<Measured> {
  const figures = await measureHeap(withFetch(holders, peers));
  console.log(reportHeap(figures));
  return figures;
}

async function printWeights({ peers }: PartOptions): Promise<Measured> {
  const weights = await measureWeights(peers);
  console.log(reportWeights(weights));
  return { weights };
}

async function printCases({ peers }: PartOptions): Promise<Measured> {
  for (const [name, column] of await runBoard(peers)) {
    const { passed, optIn, applicable } = countCells(column);
    console.log(`${name}: ${passed} + ${optIn} of ${applicable}`);
  }
  return {};
}

/** The clients whose name matches, and what they are compared with. */
function withFetch(clients: readonly Runner[], wanted: RegExp): readonly Runner[] {
  const always: readonly string[] = [names.fetch, names.fetchAgain];
  return clients.filter(({ name }) => always.includes(name) || wanted.test(name));
}
