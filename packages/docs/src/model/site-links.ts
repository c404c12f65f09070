import { posix } from 'node:path';
import { vendors } from '@plumbline/repository/repository';

/** A document of the repository that is a page of the site. */
export interface RepositoryPage {
  readonly document: string;
  readonly page: string;
  readonly title: string;
  readonly description: string;
  /** What a reader must know first, before the text of the document. */
  readonly intro?: string;
}

/** The results of the bench. */
export const benchPage: RepositoryPage = {
  document: 'test/bench/RESULTS.md',
  page: 'bench',
  title: 'Comparison',
  description: 'How Plumbline and other clients handle a bad network, and the CPU time and size of each.',
};

/** The documents of the repository that are pages of the site and belong to no vendor. */
export const repositoryPages: readonly RepositoryPage[] = [
  {
    document: 'specs/README.md',
    page: 'specs',
    title: 'Writing a spec',
    description: 'The rules for the OpenAPI documents and their evidence.',
  },
  {
    document: 'packages/drift/README.md',
    page: 'drift',
    title: 'Detecting drift',
    description: 'How to check whether a vendor still responds as its spec says.',
    intro:
      'Drift compares responses of a vendor with its spec, and lists what differs. Run it in a clone of the repository after `npm ci`, with credentials of the vendor or with a recording of your traffic.',
  },
  benchPage,
];

const pages = new Map<string, string>([
  ...repositoryPages.map(({ document, page }): [string, string] => [document, `${page}/`]),
  ...vendors.flatMap((vendor): [string, string][] => [
    [`packages/${vendor}/README.md`, `${vendor}/`],
    [`specs/${vendor}/README.md`, `${vendor}/evidence/`],
    [`specs/${vendor}/CHANGELOG.md`, `${vendor}/changelog/`],
  ]),
  ['packages/runtime/README.md', 'runtime/'],
  ['packages/sandbox/README.md', 'sandbox/'],
  ['packages/fleet/README.md', 'guides/processes/'],
  ['README.md', ''],
]);

/**
 * Returns the address on the site for a link in a document of the repository, or undefined if the site has no such page.
 *
 * @param from The path of the document from the root of the repository.
 * @param base The base path of the site.
 */
export function siteLink(from: string, link: string, base: string): string | undefined {
  if (/^(https?:|mailto:|#)/.test(link)) return link;
  const [path = '', fragment] = link.split('#');
  const target = resolvePath(from, path);
  const [, content] = /^packages\/docs\/src\/content\/docs\/(.+)\.md$/.exec(target) ?? [];
  const page = content ? `${content}/` : (pages.get(target) ?? pages.get(`${target}/README.md`));
  if (page === undefined) return undefined;
  return withSlash(base) + page + (fragment ? `#${fragment}` : '');
}

/** Returns the title of the page that a link of a document points to. Pages of vendors have none here. */
export function pageTitle(from: string, link: string): string | undefined {
  const target = resolvePath(from, link);
  return repositoryPages.find(({ document }) => document === target)?.title;
}

function resolvePath(from: string, link: string): string {
  return posix.join(posix.dirname(from), link).replace(/\/$/, '');
}

function withSlash(base: string): string {
  return base.replace(/\/?$/, '/');
}
