/** What must be there before the bench runs: the built packages, the installed peers, and the client that Redocly generates. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundlePath } from '@plumbline/spec-tools/document/read-spec';
import { turbo } from '../../scripts/turbo.ts';

const folder = import.meta.dirname;
const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const generated = join('dist', 'redocly-client.ts');

/** Builds the packages and installs the peers anew. */
export function prepare(): void {
  turbo('build', '--filter=!@plumbline/docs');
  install();
  // No other check sees these types: the peers are installed here only.
  run(process.execPath, tsc, '--noEmit');
}

/** Installs the peers if they are missing, and leaves the packages as they are built. */
export function prepareOnce(): void {
  if (!existsSync(join(folder, 'node_modules')) || !existsSync(join(folder, generated))) install();
}

function install(): void {
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund');
  run(process.execPath, redocly, 'generate-client', bundlePath('magicbell'), '--output', generated);
}

/** Runs a program in the folder of the bench, and ends the process if it fails. */
export function run(command: string, ...parameters: string[]): void {
  // npm is a script of the shell on Windows.
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, error } = spawnSync(command, parameters, { cwd: folder, env, stdio: ['ignore', 2, 2], shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
