/** `npm run bench`: builds the packages, installs the peers, and runs `report/results.ts`, which writes RESULTS.md. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundlePath } from '../../scripts/spec.ts';
import { turbo } from '../../scripts/turbo.ts';

const folder = import.meta.dirname;
const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

turbo('build', '--filter=!@plumbline/docs');
run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund');
run(process.execPath, redocly, 'generate-client', bundlePath('magicbell'), '--output', 'dist/redocly-client.ts');
// No other check sees these types: the peers are installed here only.
run(process.execPath, tsc, '--noEmit');
run(process.execPath, 'report/results.ts');

/** Runs a program, and ends the process if it fails. */
function run(command: string, ...parameters: string[]): void {
  // npm is a script of the shell on Windows.
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, error } = spawnSync(command, parameters, { cwd: folder, env, stdio: ['ignore', 2, 2], shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
