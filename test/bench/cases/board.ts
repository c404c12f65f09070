import { fork } from 'node:child_process';
import { once } from 'node:events';
import { peers } from '../peers/peers.ts';
import type { Cell } from './run-peer.ts';

/** The verdicts of each peer, by its name, in the order of the cases. */
export type Board = ReadonlyMap<string, readonly Cell[]>;

/** Runs every case for every peer, each peer in a process of its own, a few at once: they mostly wait. `wanted` chooses peers by name. */
export async function runBoard(wanted = /^/): Promise<Board> {
  const board = new Map<string, readonly Cell[]>();
  const names = peers.map(({ name }) => name).filter((name) => wanted.test(name));
  const queue = names.values();
  const work = async () => {
    for (const name of queue) board.set(name, await runPeer(name));
  };
  await Promise.all([work(), work(), work(), work()]);
  return new Map(names.map((name) => [name, board.get(name) ?? []]));
}

async function runPeer(name: string): Promise<readonly Cell[]> {
  const child = fork(new URL('run-peer.ts', import.meta.url), [name]);
  const [cells] = await Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => fail(name, code))]);
  return cells;
}

function fail(name: string, code: number): never {
  throw new Error(`The cases of ${name} ended with ${code} and no verdicts.`);
}
