import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { operationLink, siteLink } from './site-links.ts';

/** A part of a document, under one heading of the second level. */
export interface Section {
  readonly heading: string;
  /** The fragment that leads to it. */
  readonly slug: string;
  readonly text: string;
}

/** A document of the repository, with its links leading to pages of the site. */
export interface RepositoryText {
  readonly title: string;
  /** What stands before the first heading. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

/** Reads a document of the repository, such as `packages/magnify/README.md`. */
export function readRepositoryText(path: string, base: string): RepositoryText {
  const markdown = readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
  const linked = markdown.replace(/<!--.*?-->/gs, '').replace(/(?<!!)\[([^\]]+)\]\(([^)\s]+)\)/g, (_, words, link) => {
    const target = siteLink(path, link, base);
    return target === undefined ? words : `[${words}](${target})`;
  });
  // A table of a package's README names its operations in its first column.
  const tables = linked.replace(/^\| `([\w.]+)` \|/gm, (row, name) => {
    const target = operationLink(path, name, base);
    return target === undefined ? row : `| [\`${name}\`](${target}) |`;
  });
  const [head = '', ...parts] = tables.split(/^## /m);
  const [, title = '', lead = ''] = /^# (.+)\n([\s\S]*)$/.exec(head) ?? [];
  if (!title) throw new Error(`${path} does not begin with a title.`);
  const sections = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading: heading.trim(), slug: slugOf(heading), text: lines.join('\n').trim() };
  });
  return { title, lead: lead.trim(), sections };
}

/** The fragment of a heading, as code hosts make it. */
function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
