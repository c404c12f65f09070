import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** The guides in the order in which a developer of an application needs them. Others follow them. */
const order = [
  'getting-started',
  'recipes',
  'authentication',
  'errors',
  'types',
  'retries',
  'pagination',
  'files',
  'streams',
  'csv',
  'processes',
  'testing',
  'runtimes',
  'large-apis',
  'observability',
  'opentelemetry',
];

/** Guides for contributors, which the sidebar shows in another group. */
const forContributors = ['adding-a-vendor'];

/** The guides for developers of applications, in reading order: `guides/getting-started`. */
export const guides: readonly string[] = sortGuides(
  readdirSync(join(root, 'packages', 'docs', 'src', 'content', 'docs', 'guides')).map((file) =>
    file.replace(/\.mdx?$/, ''),
  ),
).map((name) => `guides/${name}`);

/** Sorts the names of guides in reading order, and drops those for contributors. */
export function sortGuides(names: readonly string[]): string[] {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return names
    .filter((name) => !forContributors.includes(name))
    .toSorted((one, other) => rank(one) - rank(other) || one.localeCompare(other));
}
