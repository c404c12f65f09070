import type { NodeType } from './rule.ts';
import { covered, sandboxTypes } from './sandbox-types.ts';

const string = { type: 'string' };
const count = { type: 'integer', minimum: 1 };

const evidence = {
  properties: { level: { enum: ['documented', 'inferred', 'unknown'] }, source: string, note: string },
  required: ({ level }) => (level === 'documented' ? ['level', 'source'] : ['level', 'source', 'note']),
} satisfies NodeType;

/** The field that names the parameter which selects a page. */
function selectorOf({ style }: Record<string, unknown>): string {
  return style === 'page' || style === 'cursor' ? style : 'offset';
}

function isCounted({ style }: Record<string, unknown>): boolean {
  return style !== 'cursor' && style !== 'link';
}

/** The types of our `x-` fields. Redocly's rule `struct` checks documents against them. */
export const extensions: Record<string, NodeType> = {
  Evidence: evidence,
  ResourceEvidence: {
    ...evidence,
    properties: { ...evidence.properties, covers: { type: 'array', items: { enum: covered } } },
  },
  Pagination: {
    properties: {
      style: { enum: ['offset', 'page', 'cursor', 'link'] },
      offset: string,
      page: string,
      cursor: string,
      limit: string,
      size: count,
      items: string,
      key: string,
      next: string,
      last: string,
      more: string,
      total: string,
      pages: string,
      'x-evidence': 'Evidence',
    },
    required: (node) => ['style', ...(node.style === 'link' ? [] : [selectorOf(node)]), 'items'],
    allowed: (node) => [
      ...['style', 'limit', 'items', 'key', 'more', 'total', 'x-evidence'],
      ...(node.style === 'link' ? ['next'] : [selectorOf(node)]),
      ...(node.style === 'cursor' ? [node.next === undefined ? 'last' : 'next'] : []),
      ...(isCounted(node) ? ['pages', ...(node.limit === undefined ? [] : ['size'])] : []),
    ],
  },
  RateLimits: { properties: {}, items: 'RateLimit' },
  RateLimit: {
    properties: {
      plan: string,
      methods: { type: 'array', items: { enum: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'PATCH', 'DELETE'] } },
      requests: count,
      seconds: count,
      'x-evidence': 'Evidence',
    },
    required: ['requests', 'seconds'],
  },
  Errors: { properties: { message: 'ErrorText', code: 'ErrorText', requestId: 'RequestIdHeader' } },
  ErrorText: {
    properties: { pointers: { type: 'array', items: string, minItems: 1 }, 'x-evidence': 'Evidence' },
    required: ['pointers', 'x-evidence'],
  },
  RequestIdHeader: { properties: { header: string, 'x-evidence': 'Evidence' }, required: ['header', 'x-evidence'] },
  Clients: { properties: {}, additionalProperties: { type: 'array', items: string } },
};

/** Adds our `x-` fields to Redocly's node types. */
export function extendTypes(types: Record<string, NodeType>): Record<string, NodeType> {
  const fields: Record<string, Record<string, string>> = {
    Operation: { 'x-pagination': 'Pagination', 'x-effect': 'Effect' },
    Parameter: { 'x-idempotency': 'Idempotency' },
    Root: {
      'x-rate-limits': 'RateLimits',
      'x-errors': 'Errors',
      'x-clients': 'Clients',
      'x-resources': 'Resources',
    },
  };
  const extended = Object.entries(types).map(([name, type]): [string, NodeType] => {
    const evidence = type.extensionsPrefix ? { 'x-evidence': 'Evidence' } : {};
    return [name, { ...type, properties: { ...type.properties, ...evidence, ...fields[name] } }];
  });
  return { ...Object.fromEntries(extended), ...extensions, ...sandboxTypes };
}
