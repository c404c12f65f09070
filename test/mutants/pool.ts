import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Job, Message, Result } from './worker.ts';

/** Bytes above which a process is replaced: the mock keeps a part of each document that it has served. */
const memoryLimit = 800_000_000;

/**
 * Runs jobs in as many processes as there are cores.
 *
 * @param onResult Receives each result as it comes.
 * @returns The results, in the order of the jobs.
 */
export async function runJobs(jobs: readonly Job[], onResult: (result: Result, job: Job) => void): Promise<Result[]> {
  const results: Result[] = [];
  const queue = jobs.entries();
  const lane = async () => {
    let worker: ChildProcess | undefined;
    try {
      for (const [index, job] of queue) {
        worker ??= fork(join(import.meta.dirname, 'worker.ts'), { stdio: ['ignore', 2, 2, 'ipc'] });
        const { result, memory } = await send(worker, job);
        results[index] = result;
        onResult(result, job);
        // An endless check goes on in its process.
        const endless = 'verdict' in result && result.verdict.failure?.outcome === 'endless';
        if (endless || memory > memoryLimit) {
          worker.kill();
          worker = undefined;
        }
      }
    } finally {
      worker?.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, lane));
  return results;
}

async function send(worker: ChildProcess, job: Job): Promise<{ result: Result; memory: number }> {
  const about = `${job.vendor} ${'path' in job ? job.path : job.mutant}`;
  const ended = new AbortController();
  const { signal } = ended;
  try {
    worker.send(job);
    const exit = once(worker, 'exit', { signal }).then(([code, cause]) => {
      throw new Error(`The process that ran ${about} ended with ${code ?? cause}.`);
    });
    const [message] = (await Promise.race([once(worker, 'message', { signal }), exit])) as [Message];
    if ('error' in message) throw new Error(`${about}: ${message.error}`);
    return message;
  } finally {
    ended.abort();
  }
}
