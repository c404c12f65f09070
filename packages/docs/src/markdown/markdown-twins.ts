import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type TwinPage, toMarkdown } from './to-markdown.ts';

/** Writes each page of the site as Markdown too, and `llms.txt` and `llms-full.txt` for all pages. */
export function markdownTwins(): AstroIntegration {
  let base = '/';
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': ({ dir, pages, logger }) => {
        const found = pages
          .map(({ pathname }) => pathname.replace(/\/$/, ''))
          .filter((pathname) => pathname !== '404')
          .sort();
        const twins = found.map((pathname) => {
          const html = readFileSync(new URL(`${pathname ? `${pathname}/` : ''}index.html`, dir), 'utf8');
          const twin = { pathname, file: `${pathname || 'index'}.md`, ...toMarkdown(html) };
          writeFileSync(new URL(twin.file, dir), `${twin.markdown}\n`);
          return twin;
        });
        writeFileSync(new URL('llms.txt', dir), formatIndex(twins, base));
        writeFileSync(new URL('llms-full.txt', dir), `${twins.map(({ markdown }) => markdown).join('\n\n---\n\n')}\n`);
        logger.info(`Wrote ${twins.length} pages as Markdown to ${fileURLToPath(dir)}.`);
      },
    },
  };
}

type Twin = TwinPage & { readonly pathname: string; readonly file: string };

/** Formats the index that https://llmstxt.org describes: what the site is, then its pages by section. */
function formatIndex(twins: readonly Twin[], base: string): string {
  const home = twins.find(({ pathname }) => pathname === '');
  const isAlone = ({ pathname }: Twin) => !twins.some((other) => other.pathname.startsWith(`${pathname}/`));
  const sections = new Map<string, Twin[]>([['guides', []]]);
  for (const twin of twins.filter((other) => other !== home)) {
    const [folder = ''] = twin.pathname.split('/');
    const section = folder === twin.pathname && isAlone(twin) ? 'reference' : folder;
    sections.set(section, [...(sections.get(section) ?? []), twin]);
  }
  // Last: a reader looks for the guides and the operations first.
  const reference = sections.get('reference') ?? [];
  sections.delete('reference');
  const lists = [...sections, ['reference', reference] as const].map(([section, pages]) => {
    const heading =
      pages.find(({ pathname }) => pathname === section)?.title ?? `${section[0]?.toUpperCase()}${section.slice(1)}`;
    const lines = pages.map(
      ({ title, file, description }) => `- [${title}](${base}${file})${description && `: ${description}`}`,
    );
    return `## ${heading}\n\n${lines.join('\n')}`;
  });
  const intro = [
    `# ${home?.title ?? 'Plumbline'}`,
    `> ${home?.description ?? ''}`,
    `All pages in one file: [llms-full.txt](${base}llms-full.txt). For one page as Markdown, replace the last slash of its address with \`.md\`.`,
  ];
  return `${[...intro, ...lists].join('\n\n')}\n`;
}
