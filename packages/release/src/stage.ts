import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import { publishedIn } from './pack.ts';

/** A copy of the committed files, which a release may change. */
export interface Stage {
  readonly folder: string;
  remove(): void;
}

/** Copies the committed files to a temporary folder and links the installed dependencies. */
export function createStage(): Stage {
  const place = makeTemporaryFolder('release-');
  const folder = join(place, 'repository');
  const remove = () => rmSync(place, { recursive: true, force: true });
  try {
    const clone = spawnSync('git', ['clone', '--quiet', '--shared', root, folder], { encoding: 'utf8' });
    if (clone.status !== 0) throw new Error(`The repository could not be copied: ${clone.stderr}`);
    linkDependencies(folder);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/** Links the installed dependencies, and the copy's own packages in place of the original ones. */
function linkDependencies(folder: string): void {
  const link = (target: string, path: string) => {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path, 'junction');
  };
  for (const name of readdirSync(join(root, 'node_modules'))) {
    const hidden = name.startsWith('.') && name !== '.bin';
    if (!hidden && name !== '@plumbline') link(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const own of [...workspacesIn(folder, 'packages'), ...workspacesIn(folder, 'specs')]) {
    const name = own.startsWith('specs') ? `spec-${basename(own)}` : basename(own);
    link(join(folder, own), join(folder, 'node_modules', '@plumbline', name));
    const installed = join(root, own, 'node_modules');
    if (existsSync(installed)) link(installed, join(folder, own, 'node_modules'));
  }
}

function workspacesIn(folder: string, kind: 'packages' | 'specs'): string[] {
  const entries = readdirSync(join(folder, kind), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(kind, name));
}

/**
 * Writes the URL of the repository into every manifest, which npm requires for provenance. GitHub gives the URL of the repository that the
 * release runs in, so it is right for a fork too.
 *
 * @param name `owner/name`.
 */
export function nameRepository(folder: string, name: string): void {
  const url = `git+${process.env.GITHUB_SERVER_URL ?? 'https://github.com'}/${name}.git`;
  for (const own of publishedIn(folder)) {
    const path = join(folder, own, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    manifest.repository = { type: 'git', url, directory: own };
    writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
