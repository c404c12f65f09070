import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { definitionsOf } from './definitions.ts';
import { featuresOf, generateFeatures, importFeatures } from './features.ts';
import { importOf } from './import-of.ts';
import { literal } from './literal.ts';
import { commentOf } from './methods.ts';
import { type Client, clientsOf, isOperation, type Tree } from './operation-tree.ts';
import { lowerFirst } from './operations.ts';
import { querySerializationOf } from './query-serialization.ts';
import type { TypeNames } from './type-names.ts';

/**
 * The code of a large document's operations, by the names of files: `selection.ts` with a `const` for each, and `table.ts` with the
 * tables of the clients that have all of them.
 */
export function generateSelection(
  vendor: string,
  document: Document,
  names: TypeNames,
): Readonly<Record<string, string>> {
  const operations = operationsOf(document);
  const clients = clientsOf(vendor, document, operations);
  const serialization = querySerializationOf(document, operations);
  const featuresOfOne = (operation: Operation) => featuresOf(document, [operation], operations);
  const consts = clients.flatMap((client) => {
    const nameOf = constNames(clients, client, names);
    const definitions = flatten(client.tree, definitionsOf(document, client, serialization));
    return definitions.map(([operation, definition]) =>
      constOf(client, operation, definition, featuresOfOne(operation), nameOf(operation)),
    );
  });
  const tables = clients.map((client) => {
    const table = tableOf(client.tree, constNames(clients, client, names), '');
    return `export const ${lowerFirst(client.name)}Operations: OperationTable = ${table};`;
  });
  const types = clients.map(({ name }) => `${name}Operations`);
  const values = importFeatures(operations.map(featuresOfOne).join());
  return {
    'selection.ts': `${values}${importOf(['SelectedOperation'], '@plumbline/runtime')}${importOf(types, './operations.ts')}
${consts.join('\n\n')}
`,
    'table.ts': `${values}${importOf(['ClientFeatures', 'OperationTable'], '@plumbline/runtime')}import * as selection from './selection.ts';

${tables.join('\n\n')}

${generateFeatures(document, operations)}
`,
  };
}

/** Names the `const` of each operation: `filesGet` for `files/get`. Where a vendor has several clients, theirs comes first. */
function constNames(clients: readonly Client[], { name }: Client, { operations }: TypeNames) {
  const start = clients.length > 1 ? name : '';
  return ({ id }: Operation): string => {
    const own = lowerFirst(start + (operations.get(id) ?? ''));
    // `delete` cannot be the name of a constant.
    return start === '' && !id.includes('/') ? `${own}Operation` : own;
  };
}

/** The operations of a tree with their definitions, which a table has at the same places. */
function flatten(tree: Tree, table: object): [operation: Operation, definition: object][] {
  return Object.entries(tree).flatMap(([name, entry]) => {
    const definition: object = Object(table)[name];
    return isOperation(entry) ? [[entry, definition] as [Operation, object]] : flatten(entry, definition);
  });
}

function constOf(
  { name: client }: Client,
  operation: Operation,
  definition: object,
  features: string,
  name: string,
): string {
  const method = operation.id.split('/').map((part) => `[${JSON.stringify(part)}]`);
  const text = literal(definition);
  const value = features ? text.replace(/\n\}$/, `,\n  features: {${features}}\n}`) : text;
  return `${commentOf(operation, '')}\nexport const ${name}: SelectedOperation<${client}Operations${method.join('')}> = ${value};`;
}

function tableOf(tree: Tree, nameOf: (operation: Operation) => string, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(([name, entry]) => {
    const value = isOperation(entry) ? `selection.${nameOf(entry)}` : tableOf(entry, nameOf, inner);
    return `${inner}${JSON.stringify(name)}: ${value},\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}
