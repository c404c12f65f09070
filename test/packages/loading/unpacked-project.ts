import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packAll } from '@plumbline/release/pack';
import { root } from '@plumbline/repository/repository';

/** An empty project outside this repository that contains the packed packages and their dependencies. */
export interface UnpackedProject {
  readonly folder: string;
  remove(): void;
}

/** Packs the packages and unpacks them, with the dependencies that this repository has, so that no network is needed. */
export function createUnpackedProject(): UnpackedProject {
  const folder = mkdtempSync(join(tmpdir(), 'unpacked-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    for (const { name, tarball } of packAll(folder, root, ['--ignore-scripts'])) {
      const target = join(folder, 'node_modules', name);
      mkdirSync(target, { recursive: true });
      const { status } = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', target], {
        stdio: 'inherit',
      });
      if (status !== 0) throw new Error(`${tarball} could not be unpacked. See the output of tar above.`);
      copyDependencies(target, folder);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/** Copies the dependencies of a package from this repository, and theirs. */
function copyDependencies(installed: string, folder: string): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    if (name.startsWith('@plumbline/')) continue;
    const target = join(folder, 'node_modules', name);
    cpSync(join(root, 'node_modules', name), target, { recursive: true });
    copyDependencies(target, folder);
  }
}
