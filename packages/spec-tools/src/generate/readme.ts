import { type Document, operationsOf, type RateLimitExtension } from '../document/document.ts';
import { clientsOf, operationsIn, type Tree } from './operation-tree.ts';
import { retrySafetyOf } from './retry-safety.ts';

const begin = '<!-- generated from the spec by `npm run generate` -->';
const end = '<!-- /generated -->';

/**
 * A package's README with its tables as the spec has them: in the first place between the marks its operations, in the second its
 * rate limits; where there is one place only, both. Everything else in it is left alone.
 */
export function generateReadme(readme: string, document: Document): string {
  const [before = '', ...places] = readme.split(begin);
  const rests = places.map((place) => place.split(end)[1]);
  if (rests.length === 0 || rests.includes(undefined)) {
    throw new Error(`The README of ${document.info.title} has no place between ${begin} and ${end}.`);
  }
  const tables = [tablesOf(document), limitsOf(document['x-rate-limits'] ?? [])];
  const parts = rests.map((rest, index) => {
    const isLast = index === rests.length - 1;
    return [begin, ...tables.slice(index, isLast ? tables.length : index + 1), `${end}${rest}`].join('\n\n');
  });
  return before + parts.join('');
}

/** The operations of each client; a client that is not the only one is named above its table. */
function tablesOf(document: Document): string {
  const clients = clientsOf('', document, operationsOf(document));
  return clients
    .map(({ name, tree }) => [...(clients.length > 1 ? [`\`create${name}\`:`, ''] : []), ...rowsOf(tree)].join('\n'))
    .join('\n\n');
}

function rowsOf(tree: Tree): string[] {
  const rows = operationsIn(tree).map((operation) => {
    const { id, method, path, server = '', object } = operation;
    const called = id.replaceAll('/', '.');
    return `| \`${called}\` | ${object.summary} | \`${method} ${server}${path}\` | ${retrySafetyOf(operation).again} |`;
  });
  return ['| method | what it does | request | repeatable |', '|---|---|---|---|', ...rows];
}

function limitsOf(limits: readonly RateLimitExtension[]): string {
  if (limits.length === 0) return 'The vendor documents no rate limit.';
  const rows = limits.map(({ plan, methods, requests, seconds }) => {
    return `| ${plan ?? 'all'} | ${methods?.join(', ') ?? 'all'} | ${requestsInWords(requests, seconds)} |`;
  });
  return ['| plan | methods | limit |', '|---|---|---|', ...rows].join('\n');
}

/** So many requests in so many seconds: `1,000 an hour`. */
export function requestsInWords(requests: number, seconds: number): string {
  const window = seconds === 3600 ? 'an hour' : seconds === 60 ? 'a minute' : `in ${seconds} seconds`;
  return `${requests.toLocaleString('en-US')} ${window}`;
}
