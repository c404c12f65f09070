import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findRedisServer, redisServerMissing } from '@plumbline/repository/find-command';
import { nextMessage, start } from '../child.ts';
import { median } from '../cpu/median.ts';
import { table } from '../report/table.ts';
import { type Limit, limiters } from './limiters.ts';
import type { Admissions, FleetTask } from './process.ts';

/** The figures of a limiter whose requests eight processes share, and those of one process that it never limits. */
export interface FleetCost {
  readonly name: string;
  /**
   * The largest number of requests in any window, as a part of the limit, by the times at which the processes could send. On a busy
   * machine, these are later than the times of the limiter.
   */
  readonly worstWindow: number;
  /** The same by the log of the server, if it has the time of each request. At most 1 if the limiter is exact. */
  readonly worstCounted?: number;
  /** Requests, as a part of those that the limit allows in the time. */
  readonly throughput: number;
  /** Requests of the process with the fewest, as a part of an equal share. */
  readonly smallestShare: number;
  /** Median and 99th percentile of an admission without a wait, in milliseconds. */
  readonly latency: number;
  readonly slowest: number;
  /** Admissions in a second of one process with 64 requests waiting. */
  readonly perSecond: number;
}

const processes = 8;
const shared: Limit = { requests: 50, seconds: 1 };
/** A limit that no process reaches. */
const free: Limit = { requests: 1_000_000, seconds: 1 };

/**
 * Measures each limiter over a Redis server of its own, one after another.
 *
 * @param seconds The time in which eight processes share a limit.
 */
export async function measureFleet(seconds: number): Promise<readonly FleetCost[]> {
  const costs: FleetCost[] = [];
  for (const name of Object.keys(limiters)) {
    const [together, counted] = await runProcesses(processes, {
      limiter: name,
      limit: shared,
      milliseconds: seconds * 1000,
      waiting: 4,
    });
    const [[alone]] = await runProcesses(1, { limiter: name, limit: free, milliseconds: 2000, waiting: 1 });
    const [[busy]] = await runProcesses(1, { limiter: name, limit: free, milliseconds: 2000, waiting: 64 });
    const times = together.flatMap((each) => each.times).sort((one, other) => one - other);
    const sent = together.map((each) => each.times.length);
    const durations = [...(alone?.durations ?? [])].sort((one, other) => one - other);
    const round = (value: number) => Number(value.toFixed(3));
    costs.push({
      name,
      worstWindow: round(worstWindow(times, shared) / shared.requests),
      ...(counted.length > 0 && { worstCounted: worstWindow(counted, shared) / shared.requests }),
      throughput: round(times.length / (Math.ceil(seconds / shared.seconds) * shared.requests)),
      smallestShare: round(Math.min(...sent) / (times.length / processes)),
      latency: round(median(durations)),
      slowest: round(durations[Math.floor(durations.length * 0.99)] ?? 0),
      perSecond: Math.round((busy?.times.length ?? 0) / 2),
    });
  }
  return costs;
}

export function reportFleet(costs: readonly FleetCost[]): string {
  const percent = (part: number) => `${Math.round(part * 100)} %`;
  const rows = costs.map(
    ({ name, worstWindow, worstCounted, throughput, smallestShare, latency, slowest, perSecond }) => [
      name,
      worstCounted === undefined ? '' : percent(worstCounted),
      ...[worstWindow, throughput, smallestShare].map(percent),
      ...[latency, slowest].map((milliseconds) => milliseconds.toFixed(2)),
      String(perSecond),
    ],
  );
  const most = ['most in a window, as counted', 'as sent'];
  const heads = ['limiter', ...most, 'sent of what is allowed', 'smallest share', 'ms', '99 %, ms', 'a second'];
  return table(heads, rows);
}

/** The largest number of times in any window of a limit, in milliseconds. */
function worstWindow(times: readonly number[], { seconds }: Limit): number {
  let worst = 0;
  let first = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[first] as number) >= seconds * 1000) first++;
    worst = Math.max(worst, index - first + 1);
  }
  return worst;
}

/** Runs processes that begin together, over a new server. Returns also the times in milliseconds that its log has for requests. */
async function runProcesses(
  count: number,
  task: Omit<FleetTask, 'port'>,
): Promise<readonly [readonly Admissions[], readonly number[]]> {
  const command = findRedisServer();
  if (!command) throw new Error(redisServerMissing);
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  const address = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
  const logging = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'no', '--auto-aof-rewrite-percentage', '0'];
  const server = spawn(command, [...address, ...logging], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    for await (const line of createInterface(server.stdout)) if (line.includes('Ready to accept')) break;
    server.stdout.resume();
    const parameters = [JSON.stringify({ ...task, port } satisfies FleetTask)];
    const children = Array.from({ length: count }, () => start('fleet/process.ts', parameters));
    await Promise.all(children.map((child) => nextMessage(child)));
    const results = children.map((child) => nextMessage<Admissions>(child));
    for (const child of children) child.send('start');
    return [await Promise.all(results), readLog(join(folder, 'appendonlydir'))];
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads the times that the script of `@plumbline/fleet` writes. */
function readLog(folder: string): number[] {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.incr.aof'));
  const entry = /LPUSH\r\n\$\d+\r\n\S+:log:0\r\n\$\d+\r\n(\d+)\r\n/g;
  return logs.flatMap((name) =>
    [...readFileSync(join(folder, name), 'latin1').matchAll(entry)].map(([, time]) => Number(time) / 1000),
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
