import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, vendorsIn } from '@plumbline/repository/repository';

/** The folders of the published packages, dependencies first. */
export function publishedIn(folder: string): readonly string[] {
  const vendors = vendorsIn(folder).flatMap((vendor) => [`specs/${vendor}`, `packages/${vendor}`]);
  return ['packages/runtime', 'packages/sandbox', 'packages/fleet', ...vendors];
}

/** A package as it would be published. */
export interface Packed {
  readonly name: string;
  readonly version: string;
  /** Its folder, from the root. */
  readonly folder: string;
  /** The path of the tarball. */
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes of the files in it. */
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/**
 * Packs the published packages as npm does. Each is built anew before, unless scripts are ignored.
 *
 * @param destination An existing folder for the tarballs.
 * @param from The root of the repository, or of a copy of it.
 * @param flags `--ignore-scripts` packs what is built. A test must pass it: a build empties `dist`, which other tests read.
 * @throws {Error} With npm's output, if npm fails.
 */
export function packAll(destination: string, from: string = root, flags: readonly '--ignore-scripts'[] = []): Packed[] {
  const published = publishedIn(from);
  const workspaces = published.map((folder) => `--workspace=${folder}`);
  const { status, stdout, stderr, error } = spawnSync(
    'npm',
    ['pack', '--json', '--pack-destination', destination, ...flags, ...workspaces],
    {
      cwd: from,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm is a shell script.
      shell: process.platform === 'win32',
      maxBuffer: 2 ** 26,
    },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`npm could not pack: ${stderr}`);
  const packed: (Omit<Packed, 'folder' | 'tarball'> & { filename: string })[] = JSON.parse(stdout);
  return packed.map(({ name, version, filename, size, unpackedSize, files }, index) => ({
    name,
    version,
    folder: published[index] ?? '',
    tarball: join(destination, filename),
    size,
    unpackedSize,
    files: files.map(({ path, size }) => ({ path, size })),
  }));
}
