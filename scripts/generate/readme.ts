import { type Document, type Operation, operationsOf, type RateLimitExtension } from '../spec.ts';
import { retrySafetyOf } from './retry-safety.ts';

const begin = '<!-- generated from the spec by `npm run generate` -->';
const end = '<!-- /generated -->';

/** A package's README with its part on retries and limits as the spec has it. Everything else in it is left alone. */
export function generateReadme(readme: string, document: Document): string {
  const [before, rest] = readme.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`The README of ${document.info.title} has no place between ${begin} and ${end}.`);
  }
  const parts = [retriesOf(operationsOf(document)), limitsOf(document['x-rate-limits'] ?? [])];
  return [before, begin, '\n\n', parts.join('\n\n'), '\n\n', end, after].join('');
}

function retriesOf(operations: readonly Operation[]): string {
  const rows = operations.map((operation) => {
    const { id, method, path } = operation;
    return `| \`${id.replaceAll('/', '.')}\` | \`${method} ${path}\` | ${retrySafetyOf(operation).again} |`;
  });
  return ['| method | request | is sent again |', '|---|---|---|', ...rows].join('\n');
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
