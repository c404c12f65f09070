/** Tests of the built site. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readRegion } from './markdown/snippet-code.ts';

const dist = join(root, 'packages', 'docs', 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.split(sep).join('/'));

it('no script of the site imports a file of the machine that built it', () => {
  const scripts = readdirSync(join(dist, '_astro')).filter((file) => file.endsWith('.js'));
  expect(scripts.filter((file) => read(join('_astro', file)).includes('file:///'))).toEqual([]);
});

describe.each(vendors)('%s', (vendor) => {
  const operations = operationsOf(readSpec(vendor));

  it('the pages of a vendor are its operations, its overview, its evidence and its versions', () => {
    const wanted = operations.map(({ id }) => `${vendor}/${operationPath(id)}/index.html`);
    const others = ['', 'evidence/', 'changelog/'].map((page) => `${vendor}/${page}index.html`);
    expect(pages.filter((page) => page.startsWith(`${vendor}/`)).sort()).toEqual([...wanted, ...others].sort());
  });

  it('the pages about a spec show no command and no path for contributors', () => {
    expect(read(`${vendor}/changelog.md`)).not.toMatch(/\bnpx?\b/);
    expect(read(`${vendor}/evidence.md`)).not.toMatch(/\bnpx?\b|README\.md|^`?fixtures/m);
  });

  it('the OpenAPI document of a vendor is a file of the site, as JSON and as YAML', () => {
    expect(JSON.parse(read(`${vendor}/openapi.json`))).toEqual(readSpec(vendor));
    expect(parse(read(`${vendor}/openapi.yaml`))).toEqual(readSpec(vendor));
    const overview = read(`${vendor}.md`);
    expect(overview).toContain(`(/${vendor}/openapi.yaml)`);
    expect(overview).toContain(`npm i @plumbline/${vendor}`);
  });

  it('llms.txt of a vendor lists the pages of that vendor only', () => {
    const index = read(`${vendor}/llms.txt`);
    for (const { id } of operations) expect(index).toContain(`${vendor}/${operationPath(id)}.md`);
    for (const other of vendors.filter((name) => name !== vendor)) expect(index).not.toContain(`/${other}/`);
    expect(index.length).toBeLessThan(10_000);
  });

  it.each(operations.map(({ id }) => id))('the page of %s names types that the package exports', (id) => {
    const types = readFileSync(join(root, 'packages', vendor, 'src', 'generated', 'types.ts'), 'utf8');
    const exported = new Set(matches(types, /^export (?:interface|type) (\w+)/gm));
    const named = matches(read(`${vendor}/${operationPath(id)}.md`), /\b([A-Z]\w+(?:Params|Response|Result))\b/g);
    expect(named).toContainEqual(expect.stringMatching(/Result$/));
    expect(named.filter((name) => !exported.has(name))).toEqual([]);
  });

  it.each(operations.map(({ id }) => id))(
    'the page of %s shows its request, its statuses, its snippet and its evidence',
    (id) => {
      const operation = operations.find((other) => other.id === id);
      const markdown = read(`${vendor}/${operationPath(id)}.md`);
      const snippet = readFileSync(join(root, 'test', 'snippets', vendor, `${operationPath(id)}.ts`), 'utf8');
      expect(markdown).toContain(`# ${operation?.object.summary}`);
      expect(markdown).toContain(`\`${operation?.method}\` \`${operation?.path}\``);
      expect(markdown).toContain(snippet.replace(/\r\n/g, '\n').trim());
      expect(markdown).toContain(`**${operation?.object['x-evidence'].level}**`);
      for (const status of Object.keys(operation?.responses ?? {})) expect(markdown).toContain(`\`${status}\``);
    },
  );
});

it.each(readdirSync(join(import.meta.dirname, 'content', 'docs', 'guides')))(
  'the guide %s shows its snippets',
  (guide) => {
    const source = readFileSync(join(import.meta.dirname, 'content', 'docs', 'guides', guide), 'utf8');
    const built = read(`guides/${guide}`);
    for (const [, file = '', region] of source.matchAll(/\bsnippet=([\w-]+)(?:#([\w-]+))?/g)) {
      expect(built).toContain(readRegion(file, region));
    }
  },
);

it('every page exists as Markdown and is listed in llms.txt', () => {
  const twins = pages
    .filter((page) => page !== '404.html')
    .map((page) => page.replace(/\/?index\.html$/, '') || 'index')
    .map((page) => `${page}.md`);
  expect(twins.filter((twin) => !existsSync(join(dist, twin)))).toEqual([]);
  const index = read('llms.txt');
  expect(twins.filter((twin) => twin !== 'index.md' && !index.includes(`${twin})`))).toEqual([]);
});

it('llms-full.txt has the guides and the overview of each vendor, and few enough bytes for a model', () => {
  const full = read('llms-full.txt');
  for (const vendor of vendors) expect(full).toContain(`# ${readSpec(vendor).info.title}`);
  expect(full).toContain('# Recipes');
  expect(full.length).toBeLessThan(200_000);
});

it('llms.txt leads with guides and vendors, and ends with bench and drift', () => {
  const index = read('llms.txt');
  const places = [
    '/guides/getting-started.md',
    `/${vendors[0]}/llms.txt`,
    `/${vendors[0]}.md`,
    '/runtime.md',
    '/bench.md',
  ];
  const [guide = -1, own = -1, overview = -1, runtime = -1, bench = -1] = places.map((place) => index.indexOf(place));
  expect(own).toBeLessThan(guide);
  expect(guide).toBeLessThan(overview);
  expect(overview).toBeLessThan(runtime);
  expect(runtime).toBeLessThan(bench);
  expect(index.indexOf('/drift.md')).toBeGreaterThan(bench);
});

it('the comparison begins with a text for readers', () => {
  expect(read('bench.md')).not.toMatch(/Written by|Do not edit|npm run bench/);
});

it('the search index has no empty file and covers every page', () => {
  const files = readdirSync(join(dist, 'pagefind'), { recursive: true, encoding: 'utf8' });
  const empty = files.filter((file) => statSync(join(dist, 'pagefind', file)).size === 0);
  expect(empty).toEqual([]);
  const { languages } = JSON.parse(read('pagefind/pagefind-entry.json'));
  // All pages except the home page and the 404 page.
  expect(languages.en.page_count).toBe(pages.length - 2);
});

it('every internal link leads to a page and an anchor that exist', () => {
  const anchors = new Map(pages.map((page) => [page, new Set(matches(read(page), /\bid="([^"]+)"/g))]));
  const broken = pages.flatMap((page) =>
    matches(read(page), /<a\b[^>]*?\bhref="([^"]+)"/g).flatMap((link) => {
      if (/^(https:|mailto:)/.test(link)) return [];
      const { pathname, hash } = new URL(link.replaceAll('&amp;', '&'), `https://site.test/${page}`);
      const target = decodeURIComponent(pathname)
        .slice(1)
        .replace(/(^|\/)$/, '$1index.html');
      if (!existsSync(join(dist, target))) return [`${page}: ${link}`];
      const fragment = decodeURIComponent(hash.slice(1));
      const exists = !fragment || target.endsWith('.md') || anchors.get(target)?.has(fragment);
      return exists ? [] : [`${page}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});

it('pages load nothing from another host', () => {
  const loaded = pages.flatMap((page) =>
    matches(read(page), /<(?:script|img|link|iframe)\b[^>]*?\b(?:src|href)="(https?:[^"]+)"/g),
  );
  expect(loaded).toEqual([]);
});

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
