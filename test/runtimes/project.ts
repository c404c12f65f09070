import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { packAll } from '../../scripts/pack.ts';
import type { Load } from './runtime.ts';

/** A project outside this repository, with nothing in it but the packages as they would be published. */
export interface Project {
  readonly folder: string;
  /** Writes the suite into it, and gives the name of its script. */
  write(load: Load, entry: 'program' | 'worker', server: string): string;
  read(script: string): string;
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
  const read = (script: string) => readFileSync(join(folder, script), 'utf8');
  return { folder, write: (...parameters) => writeSuite(folder, ...parameters), read, remove };
}

function writeSuite(folder: string, load: Load, entry: string, server: string): string {
  const extension = load === 'require' ? 'cjs' : 'mjs';
  const outfile = join(folder, `suite.${extension}`);
  buildSync({
    entryPoints: [join(import.meta.dirname, 'suite', `${entry}.ts`)],
    outfile,
    bundle: true,
    // They are resolved in the project, by the runtime.
    packages: 'external',
    format: load === 'require' ? 'cjs' : 'esm',
    platform: 'neutral',
    target: 'es2022',
    define: { SERVER: JSON.stringify(server) },
  });
  if (load !== 'bundle') return `suite.${extension}`;
  // As wrangler bundles a worker, and bundlers a page.
  const conditions = ['workerd', 'worker', 'browser'];
  buildSync({
    entryPoints: [outfile],
    outfile: join(folder, 'bundle.js'),
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions,
    target: 'es2022',
  });
  return 'bundle.js';
}
