import { posix } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-path';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';

/** A document of the repository that is a page of the site. */
export interface RepositoryPage {
  readonly document: string;
  readonly page: string;
  readonly title: string;
  readonly description: string;
}

/** The documents of the repository that are pages of the site and no vendor's. */
export const repositoryPages: readonly RepositoryPage[] = [
  {
    document: 'packages/runtime/README.md',
    page: 'runtime',
    title: 'The runtime',
    description: 'What every client is made of: policies around fetch, results, pagination, errors.',
  },
  {
    document: 'specs/README.md',
    page: 'specs',
    title: 'How a spec is written',
    description: 'The rules that the OpenAPI documents follow, evidence first.',
  },
  {
    document: 'packages/drift/README.md',
    page: 'drift',
    title: 'Drift',
    description: 'Does the vendor still answer as its spec says?',
  },
  {
    document: 'test/bench/RESULTS.md',
    page: 'bench',
    title: 'Beside other clients',
    description: 'The same bad network before these clients and their peers, and what a call costs.',
  },
];

const pages = new Map<string, string>([
  ...repositoryPages.map(({ document, page }): [string, string] => [document, `${page}/`]),
  ...vendors.flatMap((vendor): [string, string][] => [
    [`packages/${vendor}/README.md`, `${vendor}/`],
    [`specs/${vendor}/README.md`, `${vendor}/evidence/`],
    [`specs/${vendor}/CHANGELOG.md`, `${vendor}/changelog/`],
  ]),
  ['README.md', ''],
]);

/**
 * Where a link of one of the repository's documents leads on the site. Nothing where the site has no page for it.
 *
 * @param from The document, by its path from the root of the repository.
 * @param base Where the site is below its host.
 */
export function siteLink(from: string, link: string, base: string): string | undefined {
  if (/^(https?:|mailto:|#)/.test(link)) return link;
  const [path = '', fragment] = link.split('#');
  const target = posix.join(posix.dirname(from), path).replace(/\/$/, '');
  const page = pages.get(target) ?? pages.get(`${target}/README.md`);
  if (page === undefined) return undefined;
  return below(base) + page + (fragment ? `#${fragment}` : '');
}

/** Where the page of an operation is that the README of a package names. */
export function operationLink(readme: string, name: string, base: string): string | undefined {
  const vendor = vendors.find((other) => readme === `packages/${other}/README.md`);
  const id = name.replaceAll('.', '/');
  if (!vendor || !operationsOf(readSpec(vendor)).some((operation) => operation.id === id)) return undefined;
  return `${below(base)}${vendor}/${operationPath(id)}/`;
}

function below(base: string): string {
  return base.replace(/\/?$/, '/');
}
