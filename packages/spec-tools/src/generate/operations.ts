import { type Document, operationsOf } from '../document/document.ts';
import { definitionsOf } from './definitions.ts';
import { literal } from './literal.ts';
import { methodsOf } from './methods.ts';
import { clientsOf } from './operation-tree.ts';
import { querySerializationOf } from './query-serialization.ts';
import { generateRateLimits } from './rate-limits.ts';

/** The operations of a document: for each client an interface of methods, and the table that they are made from. */
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

/** What of the runtime the code names. */
function importsOf(code: string): string {
  const known = ['Call', 'CallOptions', 'IdempotentCallOptions', 'Input', 'InputWithBody', 'Item'];
  known.push('NegotiatedCallOptions', 'OperationTable', 'PagedCall', 'QuerySerialization', 'RateLimit');
  const named = known.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    `import type { ${named.join(', ')} } from '@plumbline/runtime';`,
    `import type { operations } from './schema.ts';`,
  ].join('\n');
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
