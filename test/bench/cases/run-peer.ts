/** The process of one peer. It runs every case, and sends the results to its parent. */
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import type { Case, Verdict } from './case.ts';
import { doesNotApply, fail } from './case.ts';
import { cases } from './cases.ts';

/** The result of one case. `opt-in`: the peer passes only with options that are off by default. */
export interface CaseResult extends Omit<Verdict, 'verdict'> {
  readonly verdict: Verdict['verdict'] | 'opt-in';
}

const subject = findPeer(process.argv[2]);
// An unhandled rejection of a peer must not end the run.
process.on('unhandledRejection', () => {});

const results: CaseResult[] = [];
for (const entry of cases) results.push(await runCase(entry));
process.send?.(results, () => process.exit());

function findPeer(wanted: string | undefined): Peer {
  const peer = peers.find(({ name }) => name === wanted);
  if (!peer) throw new Error(`Unknown peer "${wanted}". peers/peers.ts lists all.`);
  return peer;
}

async function runCase(entry: Case): Promise<CaseResult> {
  const lack = entry.needs && subject.lacks?.[entry.needs];
  if (lack) return doesNotApply(lack);
  const verdict = await run(entry, false);
  if (verdict.verdict === 'pass' || !subject.optIn) return verdict;
  const second = await run(entry, true);
  return second.verdict === 'pass' ? { verdict: 'opt-in', seen: `${verdict.seen}; opted in: ${second.seen}` } : verdict;
}

async function run(entry: Case, optIn: boolean): Promise<Verdict> {
  const { timeout } = entry;
  try {
    return await entry.run((baseUrl) => subject.connect({ baseUrl, timeout, optIn }), subject);
  } catch (error) {
    return fail(String(error));
  }
}
