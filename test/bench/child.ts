/** Child processes of the bench, and their messages. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts a module of the bench in a new process. */
export function start(
  module: string,
  parameters: readonly string[] = [],
  execArgv: readonly string[] = [],
): ChildProcess {
  return fork(new URL(module, import.meta.url), parameters, { execArgv: [...execArgv] });
}

/**
 * The next message of a process.
 *
 * @throws {Error} When the process exits without a message.
 */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
  const received = new AbortController();
  const ended = once(child, 'exit', { signal: received.signal }).then(([code]) => {
    throw new Error(
      `${child.spawnargs[child.spawnargs.length - 1]}: the process exited with code ${code} before it sent figures.`,
    );
  });
  try {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    received.abort();
  }
}
