import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { operationLink, pageTitle, siteLink } from './site-links.ts';

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
  // A table in a package's README names its operations in the first column.
  const tables = linked.replace(/^\| `([\w.]+)` \|/gm, (row, name) => {
    const target = operationLink(path, name, base);
    return target === undefined ? row : `| [\`${name}\`](${target}) |`;
  });
  const [head = '', ...parts] = tables.split(/^## /m);
  const [, title = '', lead = ''] = /^# (.+)\n([\s\S]*)$/.exec(head) ?? [];
  if (!title) throw new Error(`${path} has no title. Begin it with \`# Title\`.`);
  const sections = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading: heading.trim(), slug: toSlug(heading), text: lines.join('\n').trim() };
  });
  return { title, lead: lead.trim(), sections };
}

/** Removes comments, and the sentence of a generated file that says not to edit it. */
function removeNotesForContributors(markdown: string): string {
  return markdown.replace(/<!--.*?-->/gs, '').replace(/ Do not edit\b[^.]*\./, '');
}

/** Makes the fragment of a heading as GitHub does. */
function toSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
