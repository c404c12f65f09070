import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;

/** Installs the packages that package.json here lists, unless they are up to date. Returns whether they are installed. */
export function install(): boolean {
  // npm writes this file last.
  const stamp = join(here, 'node_modules', '.package-lock.json');
  const lockfile = join(here, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs > statSync(lockfile).mtimeMs) return true;
  // Errors only: every package runs on every Node, and limits cover packages that need a newer one.
  const { status } = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** Checks the types of the programs. `npm run typecheck` cannot, because only this command installs their packages. */
export function typecheckPrograms(): boolean {
  const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  const folder = join(here, 'counterparts', 'programs');
  const { status } = spawnSync(process.execPath, [join(typescript, 'bin', 'tsc'), '--noEmit', '--project', folder], {
    stdio: ['ignore', 2, 2],
  });
  return status === 0;
}
