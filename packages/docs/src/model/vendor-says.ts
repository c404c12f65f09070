import type { Evidence } from '@plumbline/spec-tools/document/document';
import { requestsInWords } from '@plumbline/spec-tools/generate/readme';
import { levels } from './evidence.ts';
import type { OperationPage } from './operation-page.ts';
import type { Vendor } from './vendor.ts';

/** What a vendor's README has a section on, and its spec has something to say of. */
export type Topic = 'authentication' | 'errors' | 'pagination' | 'limits';

/** The topic of a section, by its heading. */
export function topicOf(heading: string): Topic | undefined {
  const topics: Readonly<Record<Topic, RegExp>> = {
    authentication: /^Authentication\b/,
    errors: /^Errors\b/,
    pagination: /^Pagination\b/,
    limits: /^Retries\b/,
  };
  return (Object.keys(topics) as Topic[]).find((topic) => topics[topic].test(heading));
}

/** A statement in Markdown, and how sure it is where it carries that itself. */
export interface Statement {
  readonly text: string;
  readonly evidence?: Evidence | undefined;
}

/** What the spec holds of what the vendor says on a topic. */
export function vendorSays(vendor: Vendor, topic: Topic): readonly Statement[] {
  const says = { authentication, errors, pagination, limits };
  return says[topic](vendor);
}

function authentication({ document }: Vendor): Statement[] {
  const schemes = Object.entries(document.components.securitySchemes).map(([key, scheme]) => ({
    text: `${scheme.name ? `\`${scheme.name}\`` : `\`${key}\``}: ${scheme.description ?? ''}`,
    evidence: scheme['x-evidence'],
  }));
  const servers = document.servers.map((server) => ({
    text: `Calls go to \`${server.url}\`. ${server.description ?? ''}`,
    evidence: server['x-evidence'],
  }));
  return [...schemes, ...servers];
}

function errors({ pages }: Vendor): Statement[] {
  const answers = pages.flatMap((page) => page.answers.filter(({ status }) => !status.startsWith('2')));
  const statuses = [...new Set(answers.map(({ status }) => status))].sort();
  // A status may be documented for one operation, and inferred for another.
  return statuses.flatMap((status) =>
    levels.flatMap((level) => {
      const having = answers.filter((answer) => answer.status === status && answer.evidence.level === level);
      const [first] = having;
      if (!first) return [];
      const of = having.length === pages.length ? 'every operation' : `${having.length} of ${pages.length} operations`;
      return [{ text: `\`${status}\` of ${of}: ${first.description.split('\n')[0]}`, evidence: first.evidence }];
    }),
  );
}

function pagination({ pages }: Vendor): Statement[] {
  const paged = pages.filter(({ operation }) => operation.object['x-pagination']);
  if (paged.length === 0) return [{ text: 'No list comes in pages.' }];
  return paged.map(({ name, operation, parameters, evidence }) => {
    const {
      style,
      page,
      offset,
      limit,
      total,
      pages: count,
    } = operation.object['x-pagination'] ?? { style: '', limit: '' };
    const moves = style === 'offset' ? `\`${offset}\` counts items` : `\`${page}\` counts pages from 1`;
    const end = total
      ? `\`${total}\` tells how many there are`
      : count
        ? `\`${count}\` tells how many pages`
        : 'nothing tells how many there are';
    const moving = parameters.find((parameter) => parameter.name === (page ?? offset));
    return {
      text: `\`${name}\`: ${moves}, \`${limit}\` is the size of a page, ${end}.`,
      evidence: moving?.evidence ?? evidence,
    };
  });
}

function limits({ document, pages }: Vendor): Statement[] {
  const windows = (document['x-rate-limits'] ?? []).map(({ plan, methods, requests, seconds }) => {
    const who = plan ? `Plan \`${plan}\`: ` : methods ? `${methods.join(', ')}: ` : '';
    return { text: `${who}${requestsInWords(requests, seconds)}.` };
  });
  const keyed = pages.filter((page) => page.retry.again === 'under its key');
  return [
    ...(windows.length > 0 ? windows : [{ text: 'No rate limit is documented.' }]),
    {
      text:
        keyed.length > 0
          ? `An \`Idempotency-Key\` is honored by ${listOf(keyed)}.`
          : 'No idempotency key is documented.',
    },
  ];
}

function listOf(pages: readonly OperationPage[]): string {
  return pages.map(({ name }) => `\`${name}\``).join(', ');
}
