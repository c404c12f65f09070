/** One command adds a vendor that passes every check of a vendor. A refused vendor changes nothing. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { copyRepository, type ProcessResult, type RepositoryCopy } from './repository-copy.ts';

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

const newVendor = (...args: string[]) => {
  const given = args.includes('--install') ? args.filter((arg) => arg !== '--install') : [...args, '--no-install'];
  return copy.run([join('scripts', 'new-vendor.ts'), ...given]);
};
const read = (...path: string[]) => readFileSync(join(copy.folder, ...path), 'utf8');

/** Writes the document of the pet shop with a change, and returns its path. */
function changed(written: string | RegExp, wrong: string): string {
  expect(petShop).toMatch(written);
  const file = `${copy.folder}.yaml`;
  writeFileSync(file, petShop.replace(written, wrong));
  return file;
}

/** The commands that a vendor must pass, each with its folder. */
function stepsOf(vendor: string): [args: string[], within: string][] {
  const modules = join(copy.folder, 'node_modules');
  const spec = join('specs', vendor);
  const folder = join('packages', vendor);
  const snippets = join('test', 'snippets', vendor);
  const redocly = join(modules, '@redocly', 'cli', 'bin', 'cli.js');
  // A spec of a document with lint warnings has rules of its own.
  const hasOwn = existsSync(join(copy.folder, spec, 'redocly.yaml'));
  const config = hasOwn ? 'redocly.yaml' : join('..', '..', 'redocly.yaml');
  return [
    [[redocly, 'lint', 'openapi.yaml', '--config', config], spec],
    [[redocly, 'bundle', 'openapi.yaml', '--config', config, '--output', join('dist', 'openapi.json')], spec],
    [[join('..', '..', 'scripts', 'sandbox-data.ts')], spec],
    [[join('scripts', 'generate.ts'), '--check'], '.'],
    [[join(modules, 'typescript', 'bin', 'tsc'), '--emitDeclarationOnly'], folder],
    [[join('..', '..', 'scripts', 'compile.ts')], folder],
    [[join('new-vendor', 'run-checks.ts'), vendor], 'test'],
    [[join(modules, 'vitest', 'vitest.mjs'), 'run'], folder],
    [[join(modules, '@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', spec, folder, snippets], '.'],
  ];
}

describe('refused vendors', () => {
  it.each<[problem: string, args: () => string[], says: RegExp]>([
    ['a vendor that exists', () => ['magnify', '--from', document], /specs.magnify already exists/],
    ['an unknown option', () => ['no-such-vendor', '--form', document], /'--form'/],
    [
      'a document without a supported operation',
      () => ['no-such-vendor', '--from', changed(/paths:[\s\S]*(?= {2}\/pets\/search)/, 'paths:\n')],
      /none of its operations is supported\. It requires a request body, and fetch cannot send a body with GET/,
    ],
    [
      'a failing npm install after all files are in place',
      // The PATH of the copy has no npm.
      () => ['no-such-vendor', '--from', document, '--install'],
      /`npm install` failed/,
    ],
  ])('new-vendor refuses %s and writes nothing', (_, args, says) => {
    const before = copy.files();
    const { status, stdout, stderr } = newVendor(...args());
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/Nothing was written\.\n$/);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(copy.files()).toEqual(before);
  });
});

describe('a new vendor', () => {
  let added: ProcessResult;
  beforeAll(() => {
    added = newVendor('trial-pet-shop', '--from', document);
    copy.link('spec-trial-pet-shop', join('specs', 'trial-pet-shop'));
    copy.link('trial-pet-shop', join('packages', 'trial-pet-shop'));
  }, 300_000);

  it('new-vendor adds a vendor and prints what it left out', () => {
    expect(added).toMatchObject({ status: 0, stderr: expect.stringContaining('\ncalls 4 of 4\n') });
    expect(added.stdout).toContain('Added trial-pet-shop with 4 operations of pet-shop.yaml.\nLeft out 1:\n');
    expect(added.stdout).toContain('It requires a request body, and fetch cannot send a body with GET.');
  });

  it('a new vendor has operations named as methods, with unknown evidence', () => {
    const { paths, jsonSchemaDialect } = parse(read('specs', 'trial-pet-shop', 'openapi.yaml'));
    expect(jsonSchemaDialect).toBe('https://json-schema.org/draft/2020-12/schema');
    const operations = Object.values<Record<string, Record<string, unknown>>>(paths).flatMap(Object.values);
    expect(operations.map(({ operationId }) => operationId)).toEqual([
      'pets/list',
      'pets/create',
      'pets/get',
      'pets/delete',
    ]);
    for (const operation of operations) {
      expect(operation).toMatchObject({ security: [{ apiKey: [] }], 'x-evidence': { level: 'unknown' } });
    }
  });

  it('a new vendor has a fixture of what was left out, with the reason', () => {
    const [{ rows }] = JSON.parse(read('specs', 'trial-pet-shop', 'fixtures', 'operations.json'));
    expect(rows.at(-1)).toEqual({
      method: 'GET',
      path: '/pets/search',
      excluded: expect.stringContaining('cannot send a body'),
    });
  });

  it('a new vendor has a snippet for each operation and the example of its README', () => {
    expect(read('test', 'snippets', 'trial-pet-shop', 'pets', 'get.ts')).toMatch(
      /await trialPetShop\.pets\.get\(\{\s*petId: '/,
    );
    const example = read('test', 'snippets', 'trial-pet-shop', 'example.ts');
    expect(read('packages', 'trial-pet-shop', 'README.md')).toContain(`\`\`\`ts\n${example}\`\`\``);
  });

  it('a new vendor is in the files that all vendors share', () => {
    expect(read('README.md')).toContain(
      '| [`@plumbline/trial-pet-shop`](packages/trial-pet-shop) | Pet Shop API: 4 operations |',
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

  it('a new vendor passes lint, the compiler, every contract check and its own tests', () => {
    const steps = stepsOf('trial-pet-shop');
    for (const [args, within] of steps) {
      const { status, stdout, stderr } = copy.run(args, within);
      expect(status, args.join(' ') + stdout + stderr).toBe(0);
    }
  }, 300_000);

  it('a new vendor has a sandbox that stores what its client creates', async () => {
    const load = (...path: string[]) => import(pathToFileURL(join(copy.folder, ...path, 'dist', 'index.js')).href);
    const { default: data } = await import(
      pathToFileURL(join(copy.folder, 'specs', 'trial-pet-shop', 'dist', 'sandbox.js')).href
    );
    const [{ createSandbox }, { createTrialPetShop }] = [
      await load('packages', 'sandbox'),
      await load('packages', 'trial-pet-shop'),
    ];
    const vendor = createSandbox(data);
    const { clients } = JSON.parse(read('packages', 'trial-pet-shop', 'vendor.json'));
    expect(clients[0].mock).toEqual(vendor.credentials);
    const { pets } = createTrialPetShop({ ...vendor.credentials, fetch: vendor.fetch, retry: false });
    const rex = await pets.create({ name: 'Rex', species: 'dog' });
    expect(rex).toMatchObject({ name: 'Rex', species: 'dog' });
    expect(await pets.get({ petId: rex.id })).toEqual(rex);
    expect(await pets.list()).toEqual([rex]);
    expect(await pets.list({ species: 'cat' })).toEqual([]);
    await pets.delete({ petId: rex.id });
    expect(await pets.get({ petId: rex.id }).result()).toMatchObject({ status: 404 });
    expect(vendor.resources.pet.all()).toEqual([]);
    expect(vendor.assumptions()).toContainEqual(expect.objectContaining({ place: 'resource pet', level: 'unknown' }));
  });

  it('a new vendor cannot be added twice', () => {
    expect(newVendor('trial-pet-shop').stderr).toMatch(/specs.trial-pet-shop already exists/);
  });
});

it('a vendor with operations of every kind passes the same', () => {
  const { status, stdout, stderr } = newVendor('every-kind', '--from', join(import.meta.dirname, 'every-kind.yaml'));
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('Left out 1:\n  1 × It requires a request body, and fetch cannot send a body with GET.\n');
  copy.link('spec-every-kind', join('specs', 'every-kind'));
  copy.link('every-kind', join('packages', 'every-kind'));
  for (const [args, within] of stepsOf('every-kind')) {
    const step = copy.run(args, within);
    expect(step.status, args.join(' ') + step.stdout + step.stderr).toBe(0);
  }
}, 600_000);
