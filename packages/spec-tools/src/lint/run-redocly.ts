import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What became of a run of Redocly. */
export interface RedoclyRun {
  readonly status: number | null;
  /** What it printed, on both of its outputs. */
  readonly output: string;
}

/**
 * Runs Redocly, with its telemetry turned off.
 *
 * @param folder Where it runs. A `redocly.yaml` there is obeyed, so a folder without one runs it by its own defaults.
 */
export async function runRedocly(parameters: readonly string[], folder: string): Promise<RedoclyRun> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
  const child = spawn(process.execPath, [bin, ...parameters], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, output: stdout + stderr };
}
