import { type Document, operationsOf, type RateLimitExtension } from '../document/document.ts';
import { definitionsOf } from './definitions.ts';
import { literal } from './literal.ts';
import { methodsOf } from './methods.ts';
import { clientsOf } from './operation-tree.ts';
import { querySerializationOf } from './query-serialization.ts';

/** The code for a document's operations: an interface of methods and an operation table for each client, and the rate limits. */
export function generateOperations(vendor: string, document: Document): string {
  const operations = operationsOf(document);
  const serialization = querySerializationOf(document, operations);
  const clients = clientsOf(vendor, document, operations).map((client) => {
    const { name, tree } = client;
    const table = literal(definitionsOf(document, client, serialization));
    return [
      `/** The operations of ${document.info.title} as methods of \`${name}\`. */`,
      `export interface ${name}Operations ${methodsOf(document, tree)}`,
      '',
      `export const ${lowerFirst(name)}Operations: OperationTable = ${table};`,
    ].join('\n');
  });
  const code = [
    ...clients,
    `export const querySerialization: QuerySerialization = ${literal(serialization)};`,
    generateRateLimits(document),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
  return `${importsOf(code)}\n\n${code}\n`;
}

/** Imports the types that the code uses. */
function importsOf(code: string): string {
  const known = ['Call', 'CallOptions', 'IdempotentCallOptions', 'Input', 'InputWithBody', 'Item'];
  known.push('NegotiatedCallOptions', 'OperationTable', 'PagedCall', 'QuerySerialization', 'RateLimit');
  const named = known.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    `import type { ${named.join(', ')} } from '@plumbline/runtime';`,
    `import type { operations } from './schema.ts';`,
  ].join('\n');
}

/**
 * The code for the documented rate limits, as a client's rate limiter takes them: a list, or a list for each plan. Returns nothing if
 * the vendor documents none.
 */
export function generateRateLimits({ 'x-rate-limits': limits = [] }: Document): string | undefined {
  if (limits.length === 0) return undefined;
  const plans = [...new Set(limits.map(({ plan }) => plan))].filter((plan) => plan !== undefined);
  if (plans.length === 0) return `export const rateLimits: readonly RateLimit[] = ${literal(limits.map(limitOf))};`;
  const byPlan = plans.map((plan) => [plan, limits.filter((limit) => limit.plan === plan).map(limitOf)]);
  const names = plans.map((plan) => JSON.stringify(plan)).join(' | ');
  const type = `Readonly<Record<${names}, readonly RateLimit[]>>`;
  return `export const rateLimits: ${type} = ${literal(Object.fromEntries(byPlan))};`;
}

function limitOf({ methods, requests, seconds }: RateLimitExtension): object {
  return { requests, seconds, methods };
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
