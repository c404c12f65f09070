/** Prepares the bench: builds the packages, installs the peers, and generates the Redocly client. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { turbo } from '@plumbline/repository/turbo';
import { bundlePath } from '@plumbline/spec-tools/document/read-spec';

const folder = import.meta.dirname;
const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve('@redocly/cli/package.json')), 'bin', 'cli.js');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
const generated = join('dist', 'redocly-client.ts');

/** Builds the packages and reinstalls the peers. */
export function prepare(): void {
  turbo('build', '--filter=!@plumbline/docs');
  install();
  // `npm run typecheck` cannot check these types, because only the bench installs the peers.
  run(process.execPath, tsc, '--noEmit');
}

/** Installs the peers if they are missing, and does not build the packages. */
export function prepareOnce(): void {
  if (!existsSync(join(folder, 'node_modules')) || !existsSync(join(folder, generated))) install();
}

function install(): void {
  run('npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund');
  run(process.execPath, redocly, 'generate-client', bundlePath('magicbell'), '--output', generated);
}

/** Runs a program in the folder of the bench, and exits if it fails. */
export function run(command: string, ...parameters: string[]): void {
  // npm is a shell script on Windows.
  const shell = command === 'npm' && process.platform === 'win32';
  const { status, error } = spawnSync(command, parameters, { cwd: folder, env, stdio: ['ignore', 2, 2], shell });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
