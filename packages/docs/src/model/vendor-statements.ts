import type { Evidence } from '@plumbline/spec-tools/document/document';
import type { PaginationExtension } from '@plumbline/spec-tools/document/pagination-extension';
import { describeScheme } from './alternatives.ts';
import { levels } from './evidence.ts';
import type { OperationPage } from './operation-page.ts';
import type { Vendor } from './vendor.ts';

/** A topic that has a section in each vendor's README and statements in its spec. */
export type Topic = 'authentication' | 'errors' | 'pagination' | 'limits';

/** Finds the topic of a README section by its heading. */
export function findTopic(heading: string): Topic | undefined {
  const topics: Readonly<Record<Topic, RegExp>> = {
    authentication: /^Authentication\b/,
    errors: /^Errors\b/,
    pagination: /^Pagination\b/,
    limits: /^Retries\b/,
  };
  return (Object.keys(topics) as Topic[]).find((topic) => topics[topic].test(heading));
}

/** A statement in Markdown, with its evidence if it has its own. */
export interface Statement {
  readonly text: string;
  readonly evidence?: Evidence | undefined;
}

/** Lists what the spec states about a topic. A note that several statements share stands at the first of them. */
export function listStatements(vendor: Vendor, topic: Topic): readonly Statement[] {
  const listers = { authentication, errors, pagination, limits };
  const shown = new Set<string>();
  return listers[topic](vendor).map(({ text, evidence }: Statement): Statement => {
    const { note, ...rest } = evidence ?? {};
    if (note !== undefined && shown.has(note)) return { text, evidence: rest as Evidence };
    if (note !== undefined) shown.add(note);
    return { text, evidence };
  });
}

function authentication({ document }: Vendor): Statement[] {
  const schemes = Object.entries(document.components.securitySchemes ?? {}).map(([key, scheme]) => ({
    text: scheme.description
      ? `\`${scheme.name || key}\`: ${scheme.description}`
      : `\`${key}\`: ${describeScheme(scheme)}`,
    evidence: scheme['x-evidence'],
  }));
  const servers = document.servers.map((server) => ({
    text: `Server: \`${server.url}\`. ${server.description ?? ''}`,
    evidence: server['x-evidence'],
  }));
  return [...schemes, ...servers];
}

function errors({ pages }: Vendor): Statement[] {
  const responses = pages.flatMap((page) => page.responses.filter(({ isSuccess }) => !isSuccess));
  const statuses = [...new Set(responses.map(({ status }) => status))].sort();
  // A status can be documented for one operation and inferred for another.
  return statuses.flatMap((status) =>
    levels.flatMap((level) => {
      const matching = responses.filter((response) => response.status === status && response.evidence.level === level);
      const [first] = matching;
      if (!first) return [];
      const operations =
        matching.length === pages.length ? 'every operation' : `${matching.length} of ${pages.length} operations`;
      return [{ text: `\`${status}\` (${operations}): ${first.description.split('\n')[0]}`, evidence: first.evidence }];
    }),
  );
}

function pagination({ pages }: Vendor): Statement[] {
  const paged = pages.filter(({ operation }) => operation.object['x-pagination']);
  if (paged.length === 0) return [{ text: 'No list has pages.' }];
  const statements = paged.map(({ name, operation, parameters, evidence: own }) => {
    const paging = operation.object['x-pagination'];
    if (!paging) return { name: `\`${name}\``, text: '', evidence: own };
    const { style, limit, 'x-evidence': said } = paging;
    const size = limit === undefined ? 'the size of a page is not declared' : `\`${limit}\` is the page size`;
    const parameter = style !== 'link' && parameters.find(({ name: other }) => other === paging[style]);
    const evidence = said ?? (parameter || undefined)?.evidence ?? own;
    return { name: `\`${name}\``, text: `${describePosition(paging)}, ${size}, ${describeEnd(paging)}.`, evidence };
  });
  // Lists that are paged alike, by the same evidence, are one statement.
  const keyOf = ({ text, evidence }: Statement) => JSON.stringify([text, evidence]);
  return [...new Set(statements.map(keyOf))].flatMap((key) => {
    const alike = statements.filter((statement) => keyOf(statement) === key);
    const names = alike.map(({ name }) => name).join(', ');
    return alike.slice(0, 1).map(({ text, evidence }) => ({ text: `${names}: ${text}`, evidence }));
  });
}

/** What selects a page: `` `from` counts items ``. */
function describePosition({ style, offset, page, cursor, next, last }: PaginationExtension): string {
  if (style === 'offset') return `\`${offset}\` counts items`;
  if (style === 'page') return `\`${page}\` counts pages from 1`;
  if (style === 'link')
    return next === undefined ? 'the header `Link` has the next page' : `\`${next}\` is the next page`;
  return last === undefined
    ? `\`${cursor}\` takes the cursor at \`${next}\``
    : `\`${cursor}\` takes \`${last}\` of the last item`;
}

function describeEnd({ style, more, total, pages }: PaginationExtension): string {
  if (more !== undefined) return `\`${more}\` says whether there are more`;
  if (total !== undefined) return `\`${total}\` is the total number of items`;
  if (pages !== undefined) return `\`${pages}\` is the number of pages`;
  return style === 'offset' || style === 'page' ? 'the response has no total' : 'the last page has none';
}

function limits({ document, pages }: Vendor): Statement[] {
  const windows = (document['x-rate-limits'] ?? []).map(({ plan, methods, requests, seconds }) => {
    const scope = plan ? `Plan \`${plan}\`: ` : methods ? `${methods.join(', ')}: ` : '';
    return { text: `${scope}${requestsInWords(requests, seconds)}.` };
  });
  // Every other retry is safe by its method, or not safe.
  const keyed = pages.filter((page) => !['yes', 'no'].includes(page.retry.again));
  return [
    ...(windows.length > 0 ? windows : [{ text: 'No rate limit is documented.' }]),
    {
      text:
        keyed.length > 0
          ? `The vendor honors an \`Idempotency-Key\` on ${listNames(keyed)}.`
          : 'No idempotency key is documented.',
    },
  ];
}

function listNames(pages: readonly OperationPage[]): string {
  return pages.map(({ name }) => `\`${name}\``).join(', ');
}

/** A rate limit as text: `1,000 an hour`. */
function requestsInWords(requests: number, seconds: number): string {
  const window = seconds === 3600 ? 'an hour' : seconds === 60 ? 'a minute' : `in ${seconds} seconds`;
  return `${requests.toLocaleString('en-US')} ${window}`;
}
