/** The processes that the bench starts, and what they tell it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts a module of the bench as a process of its own. */
export function start(
  module: string,
  parameters: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess {
  return fork(new URL(module, import.meta.url), parameters, { execArgv: [...execArgv] });
}

/** The next message of a process. Rejects when the process ends without one. */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const received = new AbortController();
  const ended = once(child, 'exit', { signal: received.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs[child.spawnargs.length - 1]}: the process ended with ${code} and no figures.`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    received.abort();
  }
}
