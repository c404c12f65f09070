import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** A copy of the repository to add vendors to. It links to the dependencies of the original. */
export interface RepositoryCopy {
  readonly folder: string;
  /** Runs a script or a tool in a folder of the copy, with the current Node. */
  run(args: readonly string[], within?: string): ProcessResult;
  /** The text of every source file, by its path. */
  files(): ReadonlyMap<string, string>;
  /** Links a package as `npm install` does. */
  link(name: string, path: string): void;
  remove(): void;
}

export interface ProcessResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const parts = ['specs', 'packages', 'scripts', 'test', '.github'];
const left = /(^|[\\/])(node_modules|coverage|bench|\.turbo|\.git|\.new-vendor-[^\\/]*)([\\/]|$)/;

/** Copies what adding and testing a vendor needs. */
export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isFile() && !parts.includes(entry.name)) continue;
    cpSync(join(root, entry.name), join(folder, entry.name), {
      recursive: true,
      filter: (path) => !left.test(relative(root, path)),
    });
  }
  const packages = readdirSync(join(folder, 'packages')).map((name) => join('packages', name));
  for (const workspace of ['.', 'scripts', 'test', ...packages]) {
    if (existsSync(join(root, workspace, 'node_modules')))
      linkDependencies(join(root, workspace), join(folder, workspace));
  }
  const link = (name: string, path: string) => {
    symlinkSync(join(folder, path), join(folder, 'node_modules', '@plumbline', name), 'junction');
  };
  for (const name of readdirSync(join(folder, 'packages'))) link(name, join('packages', name));
  for (const name of readdirSync(join(folder, 'specs'), { withFileTypes: true })) {
    if (name.isDirectory()) link(`spec-${name.name}`, join('specs', name.name));
  }
  link('scripts', 'scripts');
  link('test', 'test');
  return {
    folder,
    link,
    run: (args, within = '.') => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: join(folder, within),
        encoding: 'utf8',
        // No program is found by name: neither npm nor another Node.
        env: { ...process.env, PATH: '', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      });
      return { status, stdout, stderr };
    },
    files: () => filesIn(folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Links each dependency, except the packages of the repository: the copy has its own. */
function linkDependencies(from: string, to: string): void {
  const modules = join(to, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(join(from, 'node_modules'))) {
    if (name === '@plumbline') mkdirSync(join(modules, name));
    else symlinkSync(join(from, 'node_modules', name), join(modules, name), 'junction');
  }
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = paths
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](node_modules|dist|\.turbo)[\\/]/.test(path.slice(folder.length)));
  return new Map(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}
