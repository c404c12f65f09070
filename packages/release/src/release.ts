import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { type Candidate, changesIn, describe, isNew } from './describe.ts';
import { moveVersions, pendingChangesets, writeSpecChangelogs } from './move-versions.ts';
import { versionsOnNpm } from './on-npm.ts';
import { type Packed, packAll } from './pack.ts';
import { createSbom } from './sbom.ts';
import { createStage, nameRepository } from './stage.ts';
import { takeOver } from './take-over.ts';

const { GITHUB_REPOSITORY: repository, GITHUB_OUTPUT: output, ACTIONS_ID_TOKEN_REQUEST_URL: identity } = process.env;

/** Moves the versions in the tree, in all their places, and writes the changelogs; all of it or nothing. */
export function moveVersionsInTree(): void {
  const stage = createStage();
  try {
    if (pendingChangesets(stage.folder).length === 0) {
      console.log('No committed changeset is pending, so no version moves.');
      return;
    }
    const moved = moveVersions(stage.folder);
    if (writeSpecChangelogs(stage.folder, moved) !== 0) throw new Error('No version was moved: see above.');
    takeOver(stage.folder, root);
    console.log('The versions have moved. Review and commit them.');
  } finally {
    stage.remove();
  }
}

/** Prints what would be published of what is committed. It works in a copy and leaves the tree unchanged. */
export async function printRelease(): Promise<void> {
  const stage = createStage();
  try {
    const uncommitted = git('status', '--porcelain');
    const pending = pendingChangesets(stage.folder);
    if (uncommitted) console.log('Uncommitted changes are left out.\n');
    const moved = pending.length > 0 ? moveVersions(stage.folder) : [];
    const status = writeSpecChangelogs(stage.folder, moved);
    if (status === 1) throw new Error('The pending changesets cannot be released: see above.');
    const candidates = await candidatesIn(stage.folder);
    console.log(candidates.map(describe).join('\n\n'));
    const news = candidates.filter(isNew).map(({ name, version }) => `${name}@${version}`);
    const components = JSON.parse(createSbom(stage.folder)).components.length;
    console.log(`\nChangesets: ${pending.length > 0 ? pending.join(', ') : 'none'}.`);
    console.log(`Repository: ${repository ?? 'unknown here; a release reads it from GITHUB_REPOSITORY'}.`);
    console.log(`SBOM: ${components} components, CycloneDX.`);
    console.log(`Would be published: ${news.join(', ') || 'nothing'}.`);
  } finally {
    stage.remove();
  }
}

/**
 * Publishes what npm does not have, and writes `sbom.json`.
 *
 * @throws {Error} Outside of the release workflow, and where a package could not be published.
 */
export async function publish(): Promise<void> {
  if (!repository || !identity) {
    throw new Error(
      'Only .github/workflows/release.yml publishes. `npm run release -- --dry-run` shows what it would.',
    );
  }
  const stage = createStage();
  try {
    if (pendingChangesets(stage.folder).length > 0)
      throw new Error('Changesets are pending: merge their versions first.');
    const candidates = await candidatesIn(stage.folder);
    const unknown = candidates.filter(({ onNpm }) => onNpm === undefined);
    if (unknown.length > 0) throw new Error('npm is unreachable, so its versions are unknown.');
    const published: string[] = [];
    // Before publishing, since this can fail.
    writeFileSync(join(root, 'sbom.json'), createSbom(stage.folder));
    for (const { name, version, tarball } of candidates.filter(isNew)) {
      const { status } = spawnSync('npm', ['publish', tarball, '--access', 'public', '--provenance'], {
        stdio: 'inherit',
      });
      if (status !== 0) throw new Error(`${name}@${version} was not published; those named above were. Run it again.`);
      published.push(`${name}@${version}`);
      // GitHub takes the last line of a name.
      if (output) appendFileSync(output, `published=${published.join(' ')}\n`);
      console.log(`Published ${name}@${version}.`);
    }
  } finally {
    stage.remove();
  }
}

/** Packs the packages of a copy, and asks npm for their versions. */
async function candidatesIn(folder: string): Promise<Candidate[]> {
  if (repository) nameRepository(folder, repository);
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  const packed: Packed[] = packAll(tarballs, folder);
  const onNpm = await Promise.all(packed.map(({ name }) => versionsOnNpm(name)));
  return packed.map((one, index) => ({
    ...one,
    onNpm: onNpm[index],
    changes: changesIn(join(folder, one.folder), one.version),
  }));
}

function git(...parameters: string[]): string {
  return spawnSync('git', parameters, { cwd: root, encoding: 'utf8' }).stdout.trim();
}
