/** The process of one peer: runs every case for it, and tells the parent each verdict. */
import type { Peer } from '../peers/peer.ts';
import { peers } from '../peers/peers.ts';
import type { Case, Verdict } from './case.ts';
import { doesNotApply, fail } from './case.ts';
import { cases } from './cases.ts';

/** The verdict of one case. `optIn`: it passes only with what the peer leaves off by default. */
export interface Cell extends Omit<Verdict, 'verdict'> {
  readonly verdict: Verdict['verdict'] | 'opt-in';
}

const subject = findPeer(process.argv[2]);
// A peer's stray rejection is its own affair, and must not end the run.
process.on('unhandledRejection', () => {});

const cells: Cell[] = [];
for (const entry of cases) cells.push(await judge(entry));
process.send?.(cells, () => process.exit());

function findPeer(wanted: string | undefined): Peer {
  const peer = peers.find(({ name }) => name === wanted);
  if (!peer) throw new Error(`There is no peer ${wanted}.`);
  return peer;
}

async function judge(entry: Case): Promise<Cell> {
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
