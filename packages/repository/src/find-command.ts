import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What to do if no Redis server was found. */
export const redisServerMissing: string =
  'THE TESTS OVER A REDIS SERVER WERE NOT RUN: redis-server was not found. Install it (Debian: `apt-get install redis-server`, macOS: `brew install redis`).';

/** Finds the server for the tests of `@plumbline/fleet`: `redis-server` or `valkey-server`. */
export function findRedisServer(environment?: NodeJS.ProcessEnv): string | undefined {
  return findCommand(['redis-server', 'valkey-server'], environment);
}

/** Finds the first of some commands in the folders of PATH. */
export function findCommand(
  commands: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const folders = (environment.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => commands.map((command) => join(folder, command))).find(isExecutable);
}

/** Whether a file may be run. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
