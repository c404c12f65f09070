import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FleetEvent } from '@plumbline/fleet';
import { onTestFinished } from 'vitest';
import type { WorkerInit, WorkerMessage } from './limiter-worker.ts';

/** Processes that share a limiter. */
export interface Workers {
  /** Requests that each process has sent. */
  readonly sent: readonly number[];
  /** Changes that each process has observed. */
  readonly changes: readonly FleetEvent[][];
  readonly failures: readonly string[];
  /** Waits for a condition of these, which is checked after each message. */
  until(condition: () => boolean): Promise<void>;
  /** Ends one at once, as a crash does. */
  kill(index: number): Promise<void>;
  /** Ends all, and returns the number of evaluations of all. */
  stop(): Promise<number>;
}

/** Starts processes, and lets all begin together. They end with the test. */
export async function forkWorkers(inits: readonly WorkerInit[]): Promise<Workers> {
  const sent = inits.map(() => 0);
  const changes = inits.map((): FleetEvent[] => []);
  const failures: string[] = [];
  const alive = new Set<ChildProcess>();
  let ready = 0;
  let evaluations = 0;
  let check = () => {};

  const children = inits.map((init, index) => {
    const child = fork(join(import.meta.dirname, 'limiter-worker.ts'));
    alive.add(child);
    child.on('exit', () => {
      alive.delete(child);
      check();
    });
    child.on('message', (message: WorkerMessage) => {
      if (message.type === 'ready') ready++;
      else if (message.type === 'sent') sent[index] = (sent[index] ?? 0) + 1;
      else if (message.type === 'change') changes[index]?.push(message.event);
      else if (message.type === 'failed') failures.push(message.message);
      else evaluations += message.evaluations;
      check();
    });
    child.send(init);
    return child;
  });
  onTestFinished(() => {
    for (const child of alive) child.kill('SIGKILL');
  });
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      check = () => {
        if (condition()) resolve();
      };
      check();
    });
  await until(() => ready === inits.length);
  for (const child of children) child.send('start');
  return {
    sent,
    changes,
    failures,
    until,
    async kill(index) {
      const child = children[index] as ChildProcess;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      for (const child of alive) child.send('stop');
      await until(() => alive.size === 0);
      return evaluations;
    },
  };
}
