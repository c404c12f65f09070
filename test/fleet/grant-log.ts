import { readFileSync } from 'node:fs';
import type { RateLimit } from '@plumbline/runtime';
import type { RedisServer } from './redis-server.ts';

/** Reads the times at which servers counted requests, in microseconds by their own clocks, for each limit of a fleet limiter. */
export function readGrants(name: string, ...servers: readonly RedisServer[]): number[][] {
  const grants: number[][] = [];
  const entry = /LPUSH\r\n\$\d+\r\nplumbline:\{(.+)\}:log:(\d+)\r\n\$\d+\r\n(\d+)\r\n/g;
  for (const path of servers.flatMap(({ logs }) => logs())) {
    for (const [, limiter, limit, time] of readFileSync(path, 'latin1').matchAll(entry)) {
      if (limiter !== name) continue;
      const times = grants[Number(limit)] ?? [];
      grants[Number(limit)] = times;
      times.push(Number(time));
    }
  }
  return grants;
}

/** The largest number of times in any window of this length. */
export function worstWindow(times: readonly number[], { seconds }: RateLimit): number {
  let worst = 0;
  let start = 0;
  for (const [index, time] of times.entries()) {
    while (time - (times[start] as number) >= seconds * 1e6) start++;
    worst = Math.max(worst, index - start + 1);
  }
  return worst;
}

/** How many requests limits allow in a time, in microseconds, if each is sent as soon as all limits allow it. */
export function mostRequests(limits: readonly RateLimit[], duration: number): number {
  const times: number[] = [];
  for (let time = 0; time < duration; times.push(time)) {
    const free = limits.map(({ requests, seconds }) => (times[times.length - requests] ?? -Infinity) + seconds * 1e6);
    time = Math.max(time, ...free);
  }
  return times.filter((time) => time < duration).length;
}
