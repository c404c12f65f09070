import { type Document, operationsOf, type RateLimitExtension } from '../document/document.ts';
import { clientsOf, operationsIn, type Tree } from './operation-tree.ts';
import { retrySafetyOf } from './retry-safety.ts';

const begin = '<!-- generated from the spec by `npm run generate` -->';
const end = '<!-- /generated -->';

/**
 * Writes the tables of a spec between the marks of a package's README, and keeps the rest.
 *
 * The first pair of marks gets the operations, the second the rate limits. A single pair gets both.
 *
 * @throws {Error} When the README has no pair of marks.
 */
export function generateReadme(readme: string, document: Document): string {
  const [before = '', ...sections] = readme.split(begin);
  const rests = sections.map((section) => section.split(end)[1]);
  if (rests.length === 0 || rests.includes(undefined)) {
    throw new Error(`The README of ${document.info.title} lacks a part between ${begin} and ${end}. Add both marks.`);
  }
  const tables = [tablesOf(document), limitsOf(document['x-rate-limits'] ?? [])];
  const parts = rests.map((rest, index) => {
    const isLast = index === rests.length - 1;
    return [begin, ...tables.slice(index, isLast ? tables.length : index + 1), `${end}${rest}`].join('\n\n');
  });
  return before + parts.join('');
}

/** A README whose sentence about size, if it has one, names the limit of its `vendor.json`, rounded up: `at most 12.4 kB of gzip`. */
export function writeSize(readme: string, bytes: number): string {
  return readme.replace(/at most [\d.]+ kB of gzip/, `at most ${(Math.ceil(bytes / 100) / 10).toFixed(1)} kB of gzip`);
}

/** A table of operations for each client. If there are several clients, each table has a line with the client's name. */
function tablesOf(document: Document): string {
  const clients = clientsOf('', document, operationsOf(document));
  return clients
    .map(({ name, tree }) => [...(clients.length > 1 ? [`\`create${name}\`:`, ''] : []), ...rowsOf(tree)].join('\n'))
    .join('\n\n');
}

function rowsOf(tree: Tree): string[] {
  const rows = operationsIn(tree).map((operation) => {
    const { id, method, path, server = '', object } = operation;
    const name = id.replaceAll('/', '.');
    return `| \`${name}\` | ${object.summary} | \`${method} ${server}${path}\` | ${retrySafetyOf(operation).again} |`;
  });
  return ['| method | description | request | safe to retry |', '|---|---|---|---|', ...rows];
}

function limitsOf(limits: readonly RateLimitExtension[]): string {
  if (limits.length === 0) return 'The vendor documents no rate limit.';
  const rows = limits.map(({ plan, methods, requests, seconds }) => {
    return `| ${plan ?? 'all'} | ${methods?.join(', ') ?? 'all'} | ${requestsInWords(requests, seconds)} |`;
  });
  return ['| plan | methods | limit |', '|---|---|---|', ...rows].join('\n');
}

/** A rate limit as text: `1,000 an hour`. */
export function requestsInWords(requests: number, seconds: number): string {
  const window = seconds === 3600 ? 'an hour' : seconds === 60 ? 'a minute' : `in ${seconds} seconds`;
  return `${requests.toLocaleString('en-US')} ${window}`;
}
