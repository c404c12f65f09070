/**
 * The process of one client: at each message of its parent it takes a turn, and answers with the CPU that a call took.
 *
 * It loads that client only: another one's code, garbage and connections would be in its figures.
 */
import { setImmediate } from 'node:timers/promises';
import type { Calls, Peer } from '../peers/peer.ts';

/** Microseconds of CPU a call, of one turn. */
export interface Turn {
  readonly sequential: number;
  readonly concurrent: number;
}

/** Milliseconds for each half of a turn: enough to meet the garbage collector several times, and not by chance. */
const half = 150;
const inFlight = 64;

const [, , module = '', name = '', baseUrl = ''] = process.argv;
const peers: readonly Peer[] = Object.values(await import(module));
const calls = peers.find((peer) => peer.name === name)?.connect({ baseUrl });
if (!calls) throw new Error(`${module} has no peer ${name}.`);

process.on('message', async () => process.send?.(await takeTurn(calls)));
process.send?.('ready');

async function takeTurn(calls: Calls): Promise<Turn> {
  // Opens the connections that have closed since the last turn: their cost is not a call's.
  await callFrom(inFlight, calls, 0);
  return { sequential: await measure(1, calls), concurrent: await measure(inFlight, calls) };
}

async function measure(callers: number, calls: Calls): Promise<number> {
  await setImmediate();
  const before = process.cpuUsage();
  const count = await callFrom(callers, calls, half);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** Calls from so many callers at once, each one call after another, until the time is over; gives how many calls were made. */
async function callFrom(callers: number, calls: Calls, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  const call = async () => {
    do {
      await calls.list();
      count++;
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: callers }, call));
  return count;
}
