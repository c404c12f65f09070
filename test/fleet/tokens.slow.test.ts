/** Processes share one access token over a real Redis server, also when some of them end with the lock. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { patience } from './redis-clients.ts';
import { describeOverRedis } from './redis-server.ts';
import { eventually, Fleet } from './token-fleet.ts';

const hour = 3_600_000;
let fleet: Fleet;

/** A process that is ready to read. */
interface Process {
  readonly child: ChildProcess;
  /** Reads, and resolves with the status and the events when the process has ended. */
  read(): Promise<unknown>;
}

async function startProcess(lease = patience / 2, offset = 0): Promise<Process> {
  const parameters = [String(fleet.server.port), fleet.vendor.url, String(lease), String(offset)];
  const child = fork(join(import.meta.dirname, 'token-process.ts'), parameters, { stdio: ['ignore', 2, 2, 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return {
    child,
    async read() {
      const [exit, message] = [once(child, 'exit'), once(child, 'message')];
      child.send('go');
      const [result] = await message;
      await exit;
      return result;
    },
  };
}

/** Starts processes, four at a time, because each takes the memory and the time of a start. */
async function startProcesses(count: number): Promise<Process[]> {
  const processes: Process[] = [];
  const start = async () => {
    for (let index = processes.length; index < count; index = processes.length) {
      // Reserved at once, so that the others start the next ones.
      const started = startProcess(patience / 2, (index % 3) * hour);
      processes.push(undefined as never);
      processes[index] = await started;
    }
  };
  await Promise.all([start(), start(), start(), start()]);
  return processes;
}

describeOverRedis('processes', () => {
  beforeEach(async () => {
    fleet = await Fleet.start();
  });

  it('100 processes with one dead token, and clocks that are hours apart, make one token request', async () => {
    const { vendor } = fleet;
    await (await fleet.join()).read();
    vendor.refused.add('t0ken-1');
    const processes = await startProcesses(100);
    const results = await Promise.all(processes.map((each) => each.read()));
    expect(results).toEqual(Array(100).fill({ status: 200, events: [] }));
    expect([vendor.tokenRequests, vendor.reads.get('t0ken-2')]).toEqual([2, 100]);
  }, 1_800_000);

  it('a process that is killed with the lock delays the others until its lease is over', async () => {
    const { vendor } = fleet;
    vendor.holds = true;
    const [killed, ...others] = await Promise.all([startProcess(), startProcess(), startProcess()]);
    const exit = once(killed.child, 'exit');
    killed.child.send('go');
    await eventually(() => vendor.tokenRequests === 1);
    killed.child.kill('SIGKILL');
    await exit;
    const [lock = ''] = await fleet.keys('*token-lock*');
    const reading = others.map((each) => each.read());
    expect(Number(await fleet.run('PTTL', lock))).toBeGreaterThan(0);
    expect(vendor.tokenRequests).toBe(1);
    vendor.holds = false;
    // The lease is over.
    await fleet.run('PEXPIRE', lock, '1');
    expect(await Promise.all(reading)).toEqual(Array(2).fill({ status: 200, events: [] }));
    expect([vendor.tokenRequests, await fleet.keys('*token-lock*')]).toEqual([2, []]);
  });

  it('a lock of a killed process ends by the time of Redis', async () => {
    const { vendor } = fleet;
    vendor.holds = true;
    const killed = await startProcess(300);
    killed.child.send('go');
    await eventually(() => vendor.tokenRequests === 1);
    killed.child.kill('SIGKILL');
    vendor.holds = false;
    expect(await (await fleet.join()).read()).toBe(200);
    expect(vendor.tokenRequests).toBe(2);
  });
});
