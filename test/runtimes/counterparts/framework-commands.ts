import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { installed } from '../runtime.ts';
import { writeProgram } from '../write-program.ts';
import type { Command, CommandContext } from './counterpart.ts';

/** Runs the tests in `jest/` as ECMAScript modules in Jest. */
export function jestCommand({ runtime, project, origin }: CommandContext): Command {
  const folder = copyOnce('jest', project.withPeers('undici-7-30'));
  const jest = installed('jest', 'bin/jest.js');
  const [node = ''] = runtime.command('', folder, '');
  const argv = [node, '--experimental-vm-modules', jest, '--ci', '--rootDir', folder, '--testMatch', '**/*.jest.mjs'];
  return { argv, folder, environment: { ORIGIN: origin } };
}

/** Serves the application in `next-app/`. It is built once for all versions of Node. */
export function nextCommand({ runtime, project, origin }: CommandContext): Command {
  const folder = copyOnce('next-app', project.withPeers('undici-7-30'));
  if (!existsSync(join(folder, '.next', 'BUILD_ID'))) build(folder);
  const script = writeProgram('counterparts/programs/next-server.ts', folder, 'import', { ORIGIN: origin });
  const environment = { ORIGIN: origin, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  return { argv: runtime.command(script, folder, ''), folder, environment };
}

/** Copies a folder from here into a project, unless it is there. */
function copyOnce(name: string, project: string): string {
  const folder = join(project, name);
  if (!existsSync(folder)) cpSync(join(import.meta.dirname, name), folder, { recursive: true });
  return folder;
}

function build(folder: string): void {
  // Turbopack loads no packages from outside the application's folder.
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [installed('next', 'dist/bin/next'), 'build', '--webpack'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } },
  );
  if (status !== 0) throw new Error(`next build failed in ${folder}: ${stdout}${stderr}`);
}
