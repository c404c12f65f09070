import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { guides } from '../model/guides.ts';
import { allVendors } from '../model/vendor.ts';
import { formatIndex, formatVendorIndex, type IndexedVendor, sortIntoSections } from './llms-index.ts';
import { toMarkdown } from './to-markdown.ts';

const vendors = allVendors.map(({ key, title, document, pages }): IndexedVendor => {
  return { key, title, summary: document.info.summary, paths: pages.map(({ path }) => path) };
});

/** Writes each page of the site as Markdown too, `llms.txt` for the site and for each vendor, and `llms-full.txt`: all that a model needs beside the OpenAPI documents. */
export function markdownTwins(): AstroIntegration {
  let base = '/';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const write = (file: string, text: string) => writeFileSync(new URL(file, dir), text);
        const found = pages
          .map(({ pathname }) => pathname.replace(/\/$/, ''))
          .filter((pathname) => pathname !== '404')
          .sort();
        const twins = found.map((pathname) => {
          const html = readFileSync(new URL(`${pathname ? `${pathname}/` : ''}index.html`, dir), 'utf8');
          const twin = { pathname, file: `${pathname || 'index'}.md`, ...toMarkdown(html) };
          write(twin.file, `${twin.markdown}\n`);
          return twin;
        });
        const description = twins.find(({ pathname }) => pathname === '')?.description ?? '';
        const sections = sortIntoSections(
          twins.filter(({ pathname }) => pathname !== ''),
          guides,
          vendors,
        );
        write('llms.txt', formatIndex(description, sections, vendors, base));
        for (const vendor of vendors) write(`${vendor.key}/llms.txt`, formatVendorIndex(vendor, sections, base));
        const full = [...guides, ...vendors.map(({ key }) => key), 'runtime'];
        const texts = full.flatMap((page) => twins.find(({ pathname }) => pathname === page)?.markdown ?? []);
        write('llms-full.txt', `${texts.join('\n\n---\n\n')}\n`);
        logger.info(`Wrote ${twins.length} pages as Markdown to ${fileURLToPath(dir)}.`);
      },
    },
  };
}
