import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { vendorsIn } from '@plumbline/repository/repository';

/** The file names of the pending changesets. */
export function pendingChangesets(folder: string): string[] {
  return readdirSync(join(folder, '.changeset')).filter((name) => name.endsWith('.md') && name !== 'README.md');
}

/**
 * Moves every version as the pending changesets say, in all its places, and writes the changelogs of the packages. A spec moves with
 * its client. Its own changelog does not change here: `writeSpecChangelogs` writes it.
 *
 * @returns The vendors whose version moved.
 */
export function moveVersions(folder: string): string[] {
  const configuration = join(folder, '.changeset', 'config.json');
  const vendors = vendorsIn(folder);
  const changelogs = vendors.map((vendor) => join(folder, 'specs', vendor, 'CHANGELOG.md')).filter(existsSync);
  const kept = [configuration, ...changelogs].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const before = vendors.map((vendor) => versionOf(folder, vendor));
  // Each vendor is a group, so that config.json need not name them.
  const fixed = vendors.map((vendor) => [`@plumbline/${vendor}`, `@plumbline/spec-${vendor}`]);
  writeFileSync(configuration, JSON.stringify({ ...JSON.parse(readFileSync(configuration, 'utf8')), fixed }));
  const cli = createRequire(join(folder, 'package.json')).resolve('@changesets/cli/package.json');
  run(folder, process.execPath, join(dirname(cli), 'bin.js'), 'version');
  for (const { path, text } of kept) writeFileSync(path, text);
  const moved = vendors.filter((vendor, index) => versionOf(folder, vendor) !== before[index]);
  for (const vendor of moved) moveInfoVersion(folder, vendor);
  run(
    folder,
    'npm',
    'install',
    '--package-lock-only',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  );
  return moved;
}

/**
 * Writes the changelogs of specs from the changes since their last release. Prints on standard error.
 *
 * @returns 0, or 1 if a version has moved less than its changes demand, or 2 if npm is unreachable.
 */
export function writeSpecChangelogs(folder: string, moved: readonly string[]): number {
  if (moved.length === 0) return 0;
  const script = join(folder, 'scripts', 'spec-changes.ts');
  const { status } = spawnSync(process.execPath, [script, 'changelog', ...moved], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return status ?? 1;
}

function versionOf(folder: string, vendor: string): string {
  return JSON.parse(readFileSync(join(folder, 'specs', vendor, 'package.json'), 'utf8')).version;
}

/** Sets `info.version` of a spec to the version of its package, and changes no other character. */
function moveInfoVersion(folder: string, vendor: string): void {
  const path = join(folder, 'specs', vendor, 'openapi.yaml');
  const text = readFileSync(path, 'utf8');
  const moved = text.replace(/^(info:\r?\n(?: .*\r?\n)*? {2}version: ).+$/m, `$1${versionOf(folder, vendor)}`);
  if (moved === text) throw new Error(`specs/${vendor}/openapi.yaml has no info.version to move.`);
  writeFileSync(path, moved);
}

function run(folder: string, command: string, ...parameters: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: 'utf8',
    // On Windows npm is a shell script.
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${parameters.join(' ')} failed:\n${stdout}${stderr}`);
}
