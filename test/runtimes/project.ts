import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packAll } from '@plumbline/release/pack';

/** A project outside this repository, with nothing in it but the packages as they would be published. */
export interface Project {
  readonly folder: string;
  /** The folder of the same project with a version of undici, and with what else package.json here lists. */
  withPeers(undici: string): string;
  remove(): void;
}

/** Packs the packages and installs them. */
export function createProject(): Project {
  const place = mkdtempSync(join(tmpdir(), 'packages-'));
  const folder = join(place, 'project');
  const remove = () => rmSync(place, { recursive: true, force: true });
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
    const tarballs = packAll(place).map(({ tarball }) => tarball);
    const { status } = spawnSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('npm could not install the packages; what it says stands above.');
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, withPeers: (undici) => addPeers(place, undici), remove };
}

function addPeers(place: string, undici: string): string {
  const peers = join(place, 'peers');
  const folder = join(peers, undici);
  if (existsSync(folder)) return folder;
  const installed = join(import.meta.dirname, 'node_modules');
  // Found on the way up from the folder of each project.
  if (!existsSync(peers)) {
    mkdirSync(peers);
    symlinkSync(installed, join(peers, 'node_modules'), 'junction');
  }
  cpSync(join(place, 'project'), folder, { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(installed, undici), join(folder, 'node_modules', 'undici'), 'junction');
  return folder;
}
