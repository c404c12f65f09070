import { fork } from 'node:child_process';
import { once } from 'node:events';
import { peers } from '../peers/peers.ts';
import type { CaseResult } from './run-peer.ts';

/** The results of each peer, by its name, in the order of the cases. */
export type CaseResults = ReadonlyMap<string, readonly CaseResult[]>;

/**
 * Runs every case for every peer. Each peer has its own process, and four run at a time, because they mostly wait.
 *
 * @param wanted Matches the names of peers.
 */
export async function runCases(wanted = /^/): Promise<CaseResults> {
  const results = new Map<string, readonly CaseResult[]>();
  const names = peers.map(({ name }) => name).filter((name) => wanted.test(name));
  const queue = names.values();
  const work = async () => {
    for (const name of queue) results.set(name, await runPeer(name));
  };
  await Promise.all([work(), work(), work(), work()]);
  return new Map(names.map((name) => [name, results.get(name) ?? []]));
}

async function runPeer(name: string): Promise<readonly CaseResult[]> {
  const child = fork(new URL('run-peer.ts', import.meta.url), [name]);
  const [results] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => fail(name, code)),
  ]);
  return results;
}

function fail(name: string, code: number): never {
  throw new Error(`The process of ${name} exited with code ${code} before it sent results.`);
}
