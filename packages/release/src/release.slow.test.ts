import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Candidate, changesIn, describe as describeCandidate, isNew } from './describe.ts';
import { moveVersions } from './move-versions.ts';
import { createStage, nameRepository } from './stage.ts';
import { takeOver } from './take-over.ts';

function stage(): string {
  const { folder, remove } = createStage();
  onTestFinished(remove);
  return folder;
}
const read = (folder: string, ...parts: string[]) => readFileSync(join(folder, ...parts), 'utf8');
const json = (folder: string, ...parts: string[]) => JSON.parse(read(folder, ...parts));

it('a release moves the versions of a client and its spec together, in every place', () => {
  const folder = stage();
  const before = json(folder, 'packages', 'magnify', 'package.json').version;
  const specChangelog = read(folder, 'specs', 'magnify', 'CHANGELOG.md');
  writeFileSync(join(folder, '.changeset', 'plum.md'), `---\n'@plumbline/magnify': major\n---\n\nA plum.\n`);
  expect(moveVersions(folder)).toContain('magnify');

  const { version, devDependencies } = json(folder, 'packages', 'magnify', 'package.json');
  expect(version).not.toBe(before);
  expect(version).toMatch(/^\d+\.0\.0$/);
  expect(devDependencies['@plumbline/spec-magnify']).toBe(version);
  expect(json(folder, 'specs', 'magnify', 'package.json').version).toBe(version);
  expect(read(folder, 'specs', 'magnify', 'openapi.yaml')).toContain(`\n  version: ${version}\n`);
  const { dependencies } = json(folder, 'packages', 'repository', 'package.json');
  expect([dependencies['@plumbline/magnify'], dependencies['@plumbline/spec-magnify']]).toEqual([version, version]);
  const { packages } = json(folder, 'package-lock.json');
  expect([packages['packages/magnify'].version, packages['specs/magnify'].version]).toEqual([version, version]);
  expect(changesIn(join(folder, 'packages', 'magnify'), version)).toContain('A plum.');
  // What `spec-changes.ts` writes.
  expect(read(folder, 'specs', 'magnify', 'CHANGELOG.md')).toBe(specChangelog);
});

it('a release writes its repository and the folder of each package into the manifests', () => {
  const folder = stage();
  nameRepository(folder, 'acme/plum');
  const { repository } = json(folder, 'specs', 'magnify', 'package.json');
  expect(repository.url).toMatch(/^git\+https:\/\/.+\/acme\/plum\.git$/);
  expect(repository.directory).toBe('specs/magnify');
});

it('takeOver applies all changes of a copy, or none if one conflicts', () => {
  const [copy, tree] = [stage(), stage()];
  for (const name of ['LICENSE', 'README.md']) writeFileSync(join(copy, name), 'new');
  writeFileSync(join(tree, 'LICENSE'), 'mine');
  const readme = read(tree, 'README.md');
  expect(() => takeOver(copy, tree)).toThrow('LICENSE');
  expect([read(tree, 'LICENSE'), read(tree, 'README.md')]).toEqual(['mine', readme]);

  spawnSync('git', ['checkout', '--', 'LICENSE'], { cwd: tree });
  takeOver(copy, tree);
  expect([read(tree, 'LICENSE'), read(tree, 'README.md')]).toEqual(['new', 'new']);
});

it('npm run release publishes nothing outside its workflow', () => {
  const env = { ...process.env, GITHUB_REPOSITORY: '', ACTIONS_ID_TOKEN_REQUEST_URL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'release.ts')], {
    encoding: 'utf8',
    env,
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Only .github/workflows/release.yml publishes.');
});

describe('a candidate', () => {
  const files = [{ path: 'README.md', size: 1234 }];
  const candidate: Candidate = {
    ...{ name: 'plum', version: '0.2.0', folder: 'plum', tarball: 'plum.tgz', size: 1000, unpackedSize: 2000 },
    ...{ files, onNpm: ['0.1.0'], changes: '- A plum.' },
  };

  it('a candidate is described by version, sizes, changelog and files', () => {
    expect(describeCandidate(candidate).split('\n')).toEqual([
      'plum 0.2.0: npm has 0.1.0',
      '  1,000 B packed, 2,000 B unpacked, 1 files',
      '  | - A plum.',
      '  1,234  README.md',
    ]);
  });

  it.each([
    [['0.1.0', '0.2.0'], 'npm has it already', false],
    [[], 'first release', true],
    [undefined, 'npm is unreachable, so its versions are unknown', true],
  ])('a candidate of which npm has %j is described as: %s', (onNpm, standing, published) => {
    expect(describeCandidate({ ...candidate, onNpm })).toContain(standing);
    expect(isNew({ ...candidate, onNpm })).toBe(published);
  });

  it('a candidate without a changelog entry is described as such', () => {
    const folder = mkdtempSync(join(tmpdir(), 'changelog-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'CHANGELOG.md'), '# plum\n\n## 0.2.0\n\n### Minor\n\n- New.\n\n## 0.1.0\n\nOld.\n');
    expect([changesIn(folder, '0.2.0'), changesIn(folder, '0.3.0')]).toEqual(['### Minor\n\n- New.', '']);
    expect(describeCandidate({ ...candidate, changes: '' })).toContain('has no entry for this version');
  });
});
