import { type Document, operationsOf, type RateLimitExtension } from '../document/document.ts';
import { type CallTypes, callTypesOf } from './call-types.ts';
import { clientSecurityOf } from './client-security.ts';
import { definitionsOf } from './definitions.ts';
import { errorPointersOf } from './error-pointers.ts';
import { generateFeatures, importFeatures } from './features.ts';
import { importOf } from './import-of.ts';
import { literal } from './literal.ts';
import { methodsOf } from './methods.ts';
import { clientsOf } from './operation-tree.ts';
import { querySerializationOf } from './query-serialization.ts';
import { type TypeNames, typeNamesOf } from './type-names.ts';

/** The most operations of a document whose clients have them in one table. */
const most = 100;

/** Whether each operation of a document is a `const` of its own, so that a bundler drops those that a program does not call. */
export function hasSelection(document: Document): boolean {
  return operationsOf(document).length > most;
}

/** The code for a document's operations: an interface of methods and an operation table for each client, and what applies to all of them. */
export function generateOperations(
  vendor: string,
  document: Document,
  names: TypeNames = typeNamesOf(vendor, document),
): string {
  const operations = operationsOf(document);
  const serialization = querySerializationOf(document, operations);
  const isLarge = hasSelection(document);
  const clients = clientsOf(vendor, document, operations).flatMap((client) => {
    const { name, tree } = client;
    const methods = [
      `/** The operations of ${document.info.title} as methods of \`${name}\`. */`,
      `export interface ${name}Operations ${methodsOf(document, tree, names)}`,
    ].join('\n');
    if (isLarge) return [methods];
    const table = literal(definitionsOf(document, client, serialization));
    return [methods, `export const ${lowerFirst(name)}Operations: OperationTable = ${table};`];
  });
  const errors = errorPointersOf(document);
  const security = clientSecurityOf(document);
  const code = [
    ...clients,
    `export const querySerialization: QuerySerialization = ${literal(serialization)};`,
    security && `export const security: ClientSecurity = ${literal(security)};`,
    errors && `export const errors: ErrorPointers = ${literal(errors)};`,
    isLarge ? undefined : generateFeatures(document, operations),
    generateRateLimits(document),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');
  const types = operations.map((operation) => callTypesOf(document, operation, names));
  return `${importsOf(code, types, [...names.schemas.values()])}\n${code}\n`;
}

/** Imports what the code uses. */
function importsOf(code: string, types: readonly CallTypes[], schemas: readonly string[]): string {
  const known = [
    'Call',
    'CallOptions',
    'ClientFeatures',
    'ClientSecurity',
    'ErrorPointers',
    'IdempotentCallOptions',
    'NegotiatedCallOptions',
    'OperationTable',
    'PagedCall',
    'QuerySerialization',
    'RateLimit',
  ];
  const isUsed = (name: string) => new RegExp(`\\b${name}\\b`).test(code);
  const used = types.flatMap(({ params = [], response, result, item = [], event = [] }) =>
    [params, response, result, item, event].flat(),
  );
  const own = [...new Set(used)].map((name) => name.replace('<Media>', '')).sort();
  const isType = (name: string) => !schemas.includes(name) && !/^(undefined|unknown)$/.test(name);
  return [
    importFeatures(code),
    importOf(known.filter(isUsed), '@plumbline/runtime'),
    importOf(
      own.filter((name) => schemas.includes(name)),
      './schema.ts',
    ),
    importOf(own.filter(isType), './types.ts'),
  ].join('');
}

/**
 * The code for the documented rate limits, as a client's rate limiter takes them: a list, or a list for each plan. Returns nothing if
 * the vendor documents none.
 */
export function generateRateLimits({ 'x-rate-limits': limits = [] }: Document): string | undefined {
  if (limits.length === 0) return undefined;
  const plans = [...new Set(limits.map(({ plan }) => plan))].filter((plan) => plan !== undefined);
  const comment = (by: string) =>
    `/** The documented rate limits${by}, for \`createFleetLimiter\` of \`@plumbline/fleet\` and \`createLimiter\` of \`@plumbline/runtime\`. */\n`;
  if (plans.length === 0)
    return `${comment('')}export const rateLimits: readonly RateLimit[] = ${literal(limits.map(limitOf))};`;
  const byPlan = plans.map((plan) => [plan, limits.filter((limit) => limit.plan === plan).map(limitOf)]);
  const names = plans.map((plan) => JSON.stringify(plan)).join(' | ');
  const type = `Readonly<Record<${names}, readonly RateLimit[]>>`;
  return `${comment(' of each plan')}export const rateLimits: ${type} = ${literal(Object.fromEntries(byPlan))};`;
}

function limitOf({ methods, requests, seconds }: RateLimitExtension): object {
  return { requests, seconds, methods };
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
