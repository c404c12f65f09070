import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../runtime.ts';
import { writeProgram } from '../write-program.ts';
import type { Command, Stage } from './counterpart.ts';

/** Runs the tests in `jest/` as Jest runs modules. */
export function jestCommand({ runtime, project, origin }: Stage): Command {
  const folder = copy('jest', project.withPeers('undici-7-30'));
  const jest = installed('jest', 'bin/jest.js');
  const [node = ''] = runtime.command('', folder, '');
  const words = [node, '--experimental-vm-modules', jest, '--ci', '--rootDir', folder, '--testMatch', '**/*.jest.mjs'];
  return { words, folder, environment: { ORIGIN: origin } };
}

/** Serves the application in `next-app/`, which is built once for all versions of Node. */
export function nextCommand({ runtime, project, origin }: Stage): Command {
  const folder = copy('next-app', project.withPeers('undici-7-30'));
  if (!existsSync(join(folder, '.next', 'BUILD_ID'))) build(folder);
  const script = writeProgram('counterparts/programs/next-server.ts', folder, 'import', { ORIGIN: origin });
  const environment = { ORIGIN: origin, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  return { words: runtime.command(script, folder, ''), folder, environment };
}

function copy(name: string, place: string): string {
  const folder = join(place, name);
  if (!existsSync(folder)) cpSync(join(import.meta.dirname, name), folder, { recursive: true });
  return folder;
}

function build(folder: string): void {
  // Turbopack takes no packages from outside the folder of the application.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [installed('next', 'dist/bin/next'), 'build', '--webpack'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
  );
  if (status !== 0) throw new Error(`Next.js could not build the application: ${stdout}${stderr}`);
}
