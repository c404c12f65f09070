import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;

/** Installs what package.json here lists, unless that was done since the lockfile changed. Says whether it is there. */
export function install(): boolean {
  // npm writes it last.
  const stamp = join(here, 'node_modules', '.package-lock.json');
  const lockfile = join(here, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs > statSync(lockfile).mtimeMs) return true;
  // No warning of packages that want a newer Node: each is run on every Node, and a limit says so.
  const { status } = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Checks the types of the programs, which `npm run typecheck` cannot: their packages are installed by this command only. */
export function typecheckPrograms(): boolean {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const folder = join(here, 'counterparts', 'programs');
  const { status } = spawnSync(process.execPath, [join(typescript, 'bin', 'tsc'), '--noEmit', '--project', folder], {
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}
