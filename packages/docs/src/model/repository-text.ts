import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { pageTitle, siteLink } from './site-links.ts';

/** A part of a document below a second-level heading. */
export interface Section {
  readonly heading: string;
  /** The fragment of its address. */
  readonly slug: string;
  readonly text: string;
}

/** A document of the repository whose links point to pages of the site. */
export interface RepositoryText {
  readonly title: string;
  /** The text before the first heading. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

/** Reads a document of the repository, such as `packages/magnify/README.md`. */
export function readRepositoryText(path: string, base: string): RepositoryText {
  const markdown = readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
  const linked = removeNotesForContributors(markdown).replace(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, (_, text, link) => {
    const target = siteLink(path, link, base);
    // A path as link text means nothing on the site.
    const label = (text === link && pageTitle(path, link)) || text;
    return target === undefined ? label : `[${label}](${target})`;
  });
  const [head = '', ...parts] = linked.split(/^## /m);
  const [, title = '', lead = ''] = /^# (.+)\n([\s\S]*)$/.exec(head) ?? [];
  if (!title) throw new Error(`${path} has no title. Begin it with \`# Title\`.`);
  const sections = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading: heading.trim(), slug: toSlug(heading), text: lines.join('\n').trim() };
  });
  return { title, lead: lead.trim(), sections };
}

/** Removes comments, and what stands between `<!-- contributors -->` and `<!-- /contributors -->`. */
function removeNotesForContributors(markdown: string): string {
  return markdown.replace(/<!-- contributors -->.*?<!-- \/contributors -->\n*/gs, '').replace(/<!--.*?-->/gs, '');
}

/** Makes the fragment of a heading as GitHub does. */
function toSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
