/** 200,000 calls leave nothing behind: no heap, no listener, no timer, no socket. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { transports } from '../behaviour/transports.ts';

const program = join(import.meta.dirname, 'soak.ts');

it.each(transports.map(({ name }, index) => [name, index] as const))(
  '200,000 calls over %s leave no heap, listener, timer or socket behind',
  async (_, index) => {
    const flags = ['--no-warnings', '--expose-gc'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, String(index)]);
    const { outcomes, heaps, listeners, timers, sockets } = JSON.parse(stdout);
    expect(outcomes.success + outcomes.failure).toBe(200_000);
    expect(outcomes.failure).toBeGreaterThan(2000);
    expect({ listeners, timers }).toEqual({ listeners: 0, timers: 0 });
    expect(sockets).toBeLessThanOrEqual(64);
    // 20 bytes a call would be 3.6 MB.
    const [first, ...later] = heaps;
    expect(Math.min(...later) - first).toBeLessThan(3_600_000);
  },
);
