/** A vendor is added by one command, and passes what every vendor passes; what cannot be added changes nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyRepository, type Outcome, type RepositoryCopy } from './repository-copy.ts';

const document = join(import.meta.dirname, 'pet-shop.yaml');
const petShop = readFileSync(document, 'utf8');

let copy: RepositoryCopy;
beforeAll(() => {
  copy = copyRepository();
}, 300_000);
afterAll(() => {
  copy.remove();
  rmSync(`${copy.folder}.yaml`, { force: true });
});

const newVendor = (...words: string[]) => {
  const given = words.includes('--install') ? words.filter((word) => word !== '--install') : [...words, '--no-install'];
  return copy.run([join('scripts', 'new-vendor.ts'), ...given]);
};
const read = (...path: string[]) => readFileSync(join(copy.folder, ...path), 'utf8');

/** Where a document is written that is the pet shop's with a change. */
function changed(written: string | RegExp, wrong: string): string {
  expect(petShop).toMatch(written);
  const file = `${copy.folder}.yaml`;
  writeFileSync(file, petShop.replace(written, wrong));
  return file;
}

describe('what cannot be added is refused in a sentence, and nothing is written:', () => {
  it.each<[what: string, words: () => string[], says: RegExp]>([
    ['a vendor that exists', () => ['magnify', '--from', document], /There is specs.magnify already/],
    ['an option that there is not', () => ['no-such-vendor', '--form', document], /'--form'/],
    [
      'an operationId that two operations have',
      () => ['no-such-vendor', '--from', changed('operationId: createPet', 'operationId: listPets')],
      /GET \/pets and POST \/pets both have the operationId `listPets`/,
    ],
    [
      'a document of which no operation can be taken',
      () => ['no-such-vendor', '--from', changed(/paths:[\s\S]*(?= {2}\/pets\/\{petId\}\/photo)/, 'paths:\n')],
      /none of its operations can be taken\. Its body is image\/png/,
    ],
    [
      'a vendor whose packages npm cannot link, though all is in its place by then',
      // There is no npm in the copy's path.
      () => ['no-such-vendor', '--from', document, '--install'],
      /`npm install` failed/,
    ],
  ])('%s', (_, words, says) => {
    const before = copy.files();
    const { status, stdout, stderr } = newVendor(...words());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(copy.files()).toEqual(before);
  });
});

describe('a vendor', () => {
  let added: Outcome;
  beforeAll(() => {
    added = newVendor('trial-pet-shop', '--from', document);
    copy.link('spec-trial-pet-shop', join('specs', 'trial-pet-shop'));
    copy.link('trial-pet-shop', join('packages', 'trial-pet-shop'));
  }, 300_000);

  it('is added by one command, which says what it left out', () => {
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(added.stdout).toContain('trial-pet-shop is added, with 3 operations of pet-shop.yaml.\nLeft out are 1:\n');
    expect(added.stdout).toContain('Its body is image/png. Clients here send JSON and forms.');
  });

  it('has operations named as methods, and says of each that nobody has checked it', () => {
    const { paths, jsonSchemaDialect } = parse(read('specs', 'trial-pet-shop', 'openapi.yaml'));
    expect(jsonSchemaDialect).toBe('https://json-schema.org/draft/2020-12/schema');
    const operations = Object.values<Record<string, Record<string, unknown>>>(paths).flatMap(Object.values);
    expect(operations.map(({ operationId }) => operationId)).toEqual(['pets/list', 'pets/create', 'pets/get']);
    for (const operation of operations) {
      expect(operation).toMatchObject({ security: [{ apiKey: [] }], 'x-evidence': { level: 'unknown' } });
    }
  });

  it('keeps a sample of what was left out, with the reason', () => {
    const [{ rows }] = JSON.parse(read('specs', 'trial-pet-shop', 'fixtures', 'operations.json'));
    expect(rows.at(-1)).toEqual({
      method: 'PUT',
      path: '/pets/{petId}/photo',
      excluded: expect.stringContaining('image/png'),
    });
  });

  it('has a sample for each operation, and the example of its README', () => {
    expect(read('test', 'snippets', 'trial-pet-shop', 'pets', 'get.ts')).toContain(
      "await trialPetShop.pets.get({ petId: '",
    );
    const example = read('test', 'snippets', 'trial-pet-shop', 'example.ts');
    expect(read('packages', 'trial-pet-shop', 'README.md')).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  it('stands in what all vendors share', () => {
    expect(read('README.md')).toContain(
      '| [`@plumbline/trial-pet-shop`](packages/trial-pet-shop) | Pet Shop API: 3 operations |',
    );
    expect(read('.github', 'workflows', 'drift.yml')).toContain(
      '- { vendor: trial-pet-shop, secret: TRIAL_PET_SHOP_API_KEY }',
    );
    const { dependencies } = JSON.parse(read('packages', 'repository', 'package.json'));
    expect(dependencies).toMatchObject({
      '@plumbline/trial-pet-shop': '0.1.0',
      '@plumbline/spec-trial-pet-shop': '0.1.0',
    });
    expect(read('.changeset', 'add-trial-pet-shop.md')).toMatch(/^---\n"@plumbline\/trial-pet-shop": minor\n/);
  });

  it('passes lint, compiles, and passes every check of the contract and of its own', () => {
    const modules = join(copy.folder, 'node_modules');
    const spec = join('specs', 'trial-pet-shop');
    const folder = join('packages', 'trial-pet-shop');
    const snippets = join('test', 'snippets', 'trial-pet-shop');
    const redocly = join(modules, '@redocly', 'cli', 'bin', 'cli.js');
    const config = join('..', '..', 'redocly.yaml');
    const steps: [words: string[], within: string][] = [
      [[redocly, 'lint', 'openapi.yaml', '--config', config], spec],
      [[redocly, 'bundle', 'openapi.yaml', '--config', config, '--output', join('dist', 'openapi.json')], spec],
      [[join('scripts', 'generate.ts'), '--check'], '.'],
      [[join(modules, 'typescript', 'bin', 'tsc'), '--emitDeclarationOnly'], folder],
      [[join('..', '..', 'scripts', 'compile.ts')], folder],
      [[join('new-vendor', 'run-checks.ts'), 'trial-pet-shop'], 'test'],
      [[join(modules, 'vitest', 'vitest.mjs'), 'run'], folder],
      [
        [join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', spec, folder, snippets],
        '.',
      ],
    ];
    for (const [words, within] of steps) {
      const { status, stdout, stderr } = copy.run(words, within);
      expect(status, words.join(' ') + stdout + stderr).toBe(0);
    }
  }, 300_000);

  it('cannot be added twice', () => {
    expect(newVendor('trial-pet-shop').stderr).toMatch(/There is specs.trial-pet-shop already/);
  });
});
