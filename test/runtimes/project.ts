import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packAll } from '@plumbline/release/pack';

/** A project outside this repository that contains only the packed packages. */
export interface Project {
  readonly folder: string;
  /** Returns the folder of a copy of the project with a version of undici and all packages that package.json here lists. */
  withPeers(undici: string): string;
  remove(): void;
}

/** Packs the packages and installs them. */
export function createProject(): Project {
  const parent = mkdtempSync(join(tmpdir(), 'packages-'));
  const folder = join(parent, 'project');
  const remove = () => rmSync(parent, { recursive: true, force: true });
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    const tarballs = packAll(parent).map(({ tarball }) => tarball);
    // A client whose spec has event streams depends on it.
    const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
    const parser = `eventsource-parser@${devDependencies['eventsource-parser']}`;
    const { status } = spawnSync(
      'npm',
      ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs, parser],
      {
        cwd: folder,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      },
    );
    if (status !== 0) throw new Error('npm install of the packed packages failed. See its output above.');
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, withPeers: (undici) => addPeers(parent, undici), remove };
}

function addPeers(parent: string, undici: string): string {
  const peers = join(parent, 'peers');
  const folder = join(peers, undici);
  if (existsSync(folder)) return folder;
  const installed = join(import.meta.dirname, 'node_modules');
  // Node looks for packages in the parent folders of each project too.
  if (!existsSync(peers)) {
    mkdirSync(peers);
    symlinkSync(installed, join(peers, 'node_modules'), 'junction');
  }
  cpSync(join(parent, 'project'), folder, { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(installed, undici), join(folder, 'node_modules', 'undici'), 'junction');
  return folder;
}
