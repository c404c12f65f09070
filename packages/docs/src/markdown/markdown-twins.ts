import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type TwinPage, toMarkdown } from './to-markdown.ts';

/** Writes beside each page of the site the same page in Markdown, and `llms.txt` and `llms-full.txt` over all of them. */
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
        writeFileSync(new URL('llms.txt', dir), indexOf(twins, base));
        writeFileSync(new URL('llms-full.txt', dir), `${twins.map(({ markdown }) => markdown).join('\n\n---\n\n')}\n`);
        logger.info(`${twins.length} pages as Markdown in ${fileURLToPath(dir)}`);
      },
    },
  };
}

type Twin = TwinPage & { readonly pathname: string; readonly file: string };

/** The index that https://llmstxt.org describes: what this is, and the pages by their parts of the site. */
function indexOf(twins: readonly Twin[], base: string): string {
  const home = twins.find(({ pathname }) => pathname === '');
  const parts = new Map<string, Twin[]>();
  for (const twin of twins.filter((other) => other !== home)) {
    const part = twin.pathname.split('/')[0] ?? '';
    parts.set(part, [...(parts.get(part) ?? []), twin]);
  }
  const sections = [...parts].map(([part, pages]) => {
    const heading =
      pages.find(({ pathname }) => pathname === part)?.title ?? `${part[0]?.toUpperCase()}${part.slice(1)}`;
    const lines = pages.map(
      ({ title, file, description }) => `- [${title}](${base}${file})${description && `: ${description}`}`,
    );
    return `## ${heading}\n\n${lines.join('\n')}`;
  });
  const about = [
    `# ${home?.title ?? 'Plumbline'}`,
    `> ${home?.description ?? ''}`,
    `Everything in one file: [llms-full.txt](${base}llms-full.txt). Each page is at its own address with \`.md\` for the last slash.`,
  ];
  return `${[...about, ...sections].join('\n\n')}\n`;
}
