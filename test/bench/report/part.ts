/** `--only`: measures one part of the bench and prints it. Only the cases of all peers are also written to the results. */
import { checkBudgets } from '../budgets.ts';
import { runCases } from '../cases/run-cases.ts';
import { findDisagreements } from '../cpu/agreement.ts';
import { loads } from '../cpu/loads.ts';
import { measureCpu } from '../cpu/measure.ts';
import type { CpuTask } from '../cpu/process.ts';
import { compareWithFetch } from '../cpu/ratios.ts';
import type { Measured } from '../figures.ts';
import { measureFleet, reportFleet } from '../fleet/measure.ts';
import { measureHeap } from '../heap/measure.ts';
import { names } from '../peers/names.ts';
import type { MeasuredClient } from '../peers/peer.ts';
import { peers as allPeers, cpuClients, heapClients } from '../peers/peers.ts';
import { measureSandbox, reportSandbox } from '../sandbox/measure.ts';
import { reportBudgets } from './budgets.ts';
import { countCases } from './cases.ts';
import { reportRatios } from './cpu.ts';
import { reportHeap } from './heap.ts';
import { measureWeights, reportWeights } from './weight.ts';
import { writeCases } from './write-cases.ts';

/** Options of `--only`. */
export interface PartOptions extends Pick<CpuTask, 'inFlight' | 'rounds' | 'seconds'> {
  readonly peers: RegExp;
}

const parts: Readonly<Record<string, (options: PartOptions) => Promise<Measured>>> = {
  cpu: printCpu,
  heap: printHeap,
  weight: printWeights,
  cases: printCases,
  sandbox: printSandbox,
  fleet: printFleet,
};

export async function printPart(name: string, options: PartOptions): Promise<void> {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw new Error(`Unknown part "${name}". Use one of: ${Object.keys(parts).join(', ')}.`);
  const checked = checkBudgets(await part(options)).filter(({ measured }) => measured !== null);
  if (checked.length > 0) console.log(`\n${reportBudgets(checked)}`);
}

async function printCpu({ peers, inFlight, rounds, seconds }: PartOptions): Promise<Measured> {
  const known: readonly number[] = loads.map((load) => load.inFlight);
  if (inFlight.some((load) => !known.includes(load)))
    throw new Error(`Unknown --load. Use any of: ${known.join(', ')}.`);
  const clients = withFetch(cpuClients, peers);
  const cpu = compareWithFetch(await measureCpu({ clients, inFlight, rounds, seconds }));
  console.log(reportRatios(cpu));
  for (const line of findDisagreements(cpu.ratios)) console.log(`Too noisy: ${line}.`);
  return { cpu };
}

async function printHeap({ peers }: PartOptions): Promise<Measured> {
  const figures = await measureHeap(withFetch(heapClients, peers));
  console.log(reportHeap(figures));
  return figures;
}

async function printWeights({ peers }: PartOptions): Promise<Measured> {
  const weights = await measureWeights(peers);
  console.log(reportWeights(weights));
  return { weights };
}

async function printSandbox(): Promise<Measured> {
  const sandbox = await measureSandbox();
  console.log(reportSandbox(sandbox));
  return { sandbox };
}

async function printFleet({ seconds }: PartOptions): Promise<Measured> {
  const fleet = await measureFleet(seconds);
  console.log(reportFleet(fleet));
  return { fleet };
}

async function printCases({ peers }: PartOptions): Promise<Measured> {
  const results = await runCases(peers);
  for (const { name, passed, optIn, applicable } of countCases(results)) {
    console.log(`${name}: ${passed} + ${optIn} of ${applicable}`);
  }
  if (results.size === allPeers.length) writeCases(results);
  return {};
}

/** Selects the clients whose name matches, and the two measurements of `fetch`. */
function withFetch(clients: readonly MeasuredClient[], wanted: RegExp): readonly MeasuredClient[] {
  const always: readonly string[] = [names.fetch, names.fetchAgain];
  return clients.filter(({ name }) => always.includes(name) || wanted.test(name));
}
