import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runProgram } from '@plumbline/repository/run-program';

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
  const { status, stdout, stderr } = await runProgram(process.execPath, [bin, ...parameters], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
  });
  return { status, output: stdout + stderr };
}
