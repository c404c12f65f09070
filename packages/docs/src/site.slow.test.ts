/** Tests of the built site. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { readRegion } from './markdown/snippet-code.ts';

const dist = join(root, 'packages', 'docs', 'dist');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .map((path) => path.split(sep).join('/'));

describe.each(vendors)('%s', (vendor) => {
  const operations = operationsOf(readSpec(vendor));

  it('the pages of a vendor are its operations, its overview, its evidence and its versions', () => {
    const wanted = operations.map(({ id }) => `${vendor}/${operationPath(id)}/index.html`);
    const others = ['', 'evidence/', 'changelog/'].map((page) => `${vendor}/${page}index.html`);
    expect(pages.filter((page) => page.startsWith(`${vendor}/`)).sort()).toEqual([...wanted, ...others].sort());
  });

  it('the versions page shows no command for contributors', () => {
    expect(read(`${vendor}/changelog.md`)).not.toMatch(/\bnpx?\b/);
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
  const all = read('llms-full.txt');
  for (const vendor of vendors) expect(all).toContain(readSpec(vendor).info.title);
});

it('the search index has no empty file and covers every page', () => {
  const files = readdirSync(join(dist, 'pagefind'), { recursive: true, encoding: 'utf8' });
  const empty = files.filter((file) => statSync(join(dist, 'pagefind', file)).size === 0);
  expect(empty).toEqual([]);
  const { languages } = JSON.parse(read('pagefind/pagefind-entry.json'));
  // All pages except the 404 page.
  expect(languages.en.page_count).toBe(pages.length - 1);
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
