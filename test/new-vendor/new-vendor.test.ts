/** A vendor is added by one command, and passes what every vendor passes; what cannot be added changes nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyHouse, type HouseCopy, type Outcome } from './house-copy.ts';

const document = join(import.meta.dirname, 'pet-shop.yaml');
const petShop = readFileSync(document, 'utf8');

let house: HouseCopy;
beforeAll(() => {
  house = copyHouse();
}, 60_000);
afterAll(() => house.remove());

const newVendor = (...words: string[]) => house.run([join('scripts', 'new-vendor.ts'), ...words, '--no-install']);
const read = (...path: string[]) => readFileSync(join(house.folder, ...path), 'utf8');

/** Writes a document that is the pet shop's with a change, and tries to add it. */
function addChanged(written: string | RegExp, wrong: string): Outcome {
  expect(petShop).toMatch(written);
  const file = join(house.folder, '..', `${house.folder.split(/[\\/]/).at(-1)}.yaml`);
  writeFileSync(file, petShop.replace(written, wrong));
  return newVendor('acme', '--from', file);
}

describe('what cannot be added is refused in a sentence, and nothing is written:', () => {
  it.each<[what: string, add: () => Outcome, says: RegExp]>([
    ['no name', () => newVendor(), /^Name the vendor/],
    ['two names', () => newVendor('acme', 'other'), /One vendor at a time/],
    ['an option that there is not', () => newVendor('acme', '--form', document), /'--form'/],
    ['a vendor that exists', () => newVendor('magnify', '--from', document), /There is specs.magnify already/],
    ['a package that exists', () => newVendor('runtime', '--from', document), /There is packages.runtime already/],
    ['a name in capitals', () => newVendor('AcmeCorp', '--from', document), /`AcmeCorp` cannot name a vendor/],
    [
      'a name that leaves the folder',
      () => newVendor('../acme', '--from', document),
      /`\.\.\/acme` cannot name a vendor/,
    ],
    [
      'a file that is not there',
      () => newVendor('acme', '--from', 'nowhere.yaml'),
      /nowhere\.yaml cannot be read: ENOENT/,
    ],
    ['a file that is no YAML', () => addChanged('openapi: 3.0.3', 'openapi: ['), /is neither JSON nor YAML/],
    ['Swagger 2.0', () => addChanged('openapi: 3.0.3', "swagger: '2.0'"), /is Swagger 2\.0/],
    ['OpenAPI 3.2', () => addChanged('openapi: 3.0.3', 'openapi: 3.2.0'), /has `openapi: 3\.2\.0`/],
    [
      'a reference that leads nowhere',
      () => addChanged("items: { $ref: '#/components/schemas/Pet' }", "items: { $ref: '#/components/schemas/Cat' }"),
      /`#\/components\/schemas\/Cat`, referred to at #\/paths\/~1pets\/get\/responses\/200\/.+, does not exist/,
    ],
    [
      'a reference to a file that is not there',
      () => addChanged("items: { $ref: '#/components/schemas/Pet' }", 'items: { $ref: cat.yaml }'),
      /has references that lead nowhere.+cat\.yaml/,
    ],
    [
      'an operationId that two operations have',
      () => addChanged('operationId: createPet', 'operationId: listPets'),
      /GET \/pets and POST \/pets both have the operationId `listPets`/,
    ],
    [
      'a document of which no operation can be taken',
      () => addChanged(/paths:[\s\S]*(?= {2}\/pets\/\{petId\}\/photo)/, 'paths:\n'),
      /none of its operations can be taken\. Its body is image\/png/,
    ],
  ])('%s', (_, add, says) => {
    const before = house.files();
    const { status, stdout, stderr } = add();
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(house.files()).toEqual(before);
  });
});

describe('a vendor', () => {
  let added: Outcome;
  beforeAll(() => {
    added = newVendor('pet-shop', '--from', document);
    house.link('spec-pet-shop', join('specs', 'pet-shop'));
    house.link('pet-shop', join('packages', 'pet-shop'));
  }, 60_000);

  it('is added by one command, which says what it left out', () => {
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(added.stdout).toContain('pet-shop is added, with 3 operations of pet-shop.yaml.\nLeft out are 1:\n');
    expect(added.stdout).toContain('Its body is image/png. Clients here send JSON and forms.');
  });

  it('has operations named as methods, and says of each that nobody has checked it', () => {
    const { paths, jsonSchemaDialect } = parse(read('specs', 'pet-shop', 'openapi.yaml'));
    expect(jsonSchemaDialect).toBe('https://json-schema.org/draft/2020-12/schema');
    const operations = Object.values<Record<string, Record<string, unknown>>>(paths).flatMap(Object.values);
    expect(operations.map(({ operationId }) => operationId)).toEqual(['pets/list', 'pets/create', 'pets/get']);
    for (const operation of operations) {
      expect(operation).toMatchObject({ security: [{ apiKey: [] }], 'x-evidence': { level: 'unknown' } });
    }
  });

  it('keeps a sample of what was left out, with the reason', () => {
    const [{ rows }] = JSON.parse(read('specs', 'pet-shop', 'samples', 'operations.json'));
    expect(rows.at(-1)).toEqual({
      method: 'PUT',
      path: '/pets/{petId}/photo',
      excluded: expect.stringContaining('image/png'),
    });
  });

  it('stands in what all vendors share', () => {
    expect(read('README.md')).toContain('| [`@plumbline/pet-shop`](packages/pet-shop) | Pet Shop API: 3 operations |');
    expect(read('.github', 'workflows', 'drift.yml')).toContain('- { vendor: pet-shop, secret: PET_SHOP_API_KEY }');
    for (const folder of ['scripts', 'test']) {
      const { dependencies } = JSON.parse(read(folder, 'package.json'));
      expect(dependencies).toMatchObject({ '@plumbline/pet-shop': '0.1.0', '@plumbline/spec-pet-shop': '0.1.0' });
    }
    expect(read('.changeset', 'add-pet-shop.md')).toMatch(/^---\n"@plumbline\/pet-shop": minor\n/);
  });

  it('passes lint, compiles, and passes every check of the contract and of its own', () => {
    const modules = join(house.folder, 'node_modules');
    const spec = join('specs', 'pet-shop');
    const folder = join('packages', 'pet-shop');
    const redocly = join(modules, '@redocly', 'cli', 'bin', 'cli.js');
    const config = join('..', '..', 'redocly.yaml');
    const steps: [words: string[], within: string][] = [
      [[redocly, 'lint', 'openapi.yaml', '--config', config], spec],
      [[redocly, 'bundle', 'openapi.yaml', '--config', config, '--output', join('dist', 'openapi.json')], spec],
      [[join('scripts', 'generate.ts'), '--check'], '.'],
      [[join(modules, 'typescript', 'bin', 'tsc'), '--emitDeclarationOnly'], folder],
      [[join('..', '..', 'scripts', 'compile.ts')], folder],
      [[join('new-vendor', 'run-checks.ts'), 'pet-shop'], 'test'],
      [[join(modules, 'vitest', 'vitest.mjs'), 'run'], folder],
      [[join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', spec, folder], '.'],
    ];
    for (const [words, within] of steps) {
      const { status, stdout, stderr } = house.run(words, within);
      expect(status, words.join(' ') + stdout + stderr).toBe(0);
    }
  }, 120_000);

  it('cannot be added twice', () => {
    expect(newVendor('pet-shop').stderr).toMatch(/There is specs.pet-shop already/);
  });
});
