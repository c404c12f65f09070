import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** The result of a run of Redocly. */
export interface RedoclyRun {
  readonly status: number | null;
  /** Its standard output, then its standard error. */
  readonly output: string;
}

/**
 * Runs Redocly without telemetry.
 *
 * @param folder The working directory. Redocly uses the `redocly.yaml` there, and its own defaults if there is none.
 */
export async function runRedocly(parameters: readonly string[], folder: string): Promise<RedoclyRun> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const child = spawn(process.execPath, [bin, ...parameters], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => child.kill();
  process.on('exit', end);
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  process.off('exit', end);
  return { status, output: stdout + stderr };
}
