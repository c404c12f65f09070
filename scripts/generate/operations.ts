import type { Body, Document, Operation, Parameter, Schema } from '../spec.ts';
import { operationsOf, resolve } from '../spec.ts';
import { describeEvidence } from './schema.ts';

/** Operations by the parts of their operationId. */
interface Tree {
  [name: string]: Operation | Tree;
}

/** The operations of a document: for each client an interface of methods, and the table that they are made from. */
export function generateOperations(vendor: string, document: Document): string {
  const operations = operationsOf(document);
  const clients = clientsOf(vendor, document, operations).map(([name, served]) => {
    const tree = treeOf(served);
    const table = JSON.stringify(tableOf(document, tree), null, 2).replace(/"([A-Za-z]\w*)":/g, '$1:');
    return [
      `/** The operations of ${document.info.title} as methods of \`${name}\`. */`,
      `export interface ${name}Operations ${methodsOf(document, tree, '')}`,
      '',
      `export const ${lowerFirst(name)}Operations: OperationTable = ${table};`,
    ].join('\n');
  });
  const code = [
    ...clients,
    `export const querySerialization: QuerySerialization = ${JSON.stringify(serializationOf(operations))};`,
  ].join('\n\n');
  return `${importsOf(code)}\n\n${code}\n`;
}

const imported = ['Call', 'CallOptions', 'IdempotentCallOptions', 'Input', 'InputWithBody', 'Item', 'MediaType'].concat(
  ['NegotiatedCallOptions', 'OperationTable', 'PagedCall', 'QuerySerialization'],
);

function importsOf(code: string): string {
  const names = imported.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return [
    `import type { ${names.join(', ')} } from '@plumbline/runtime';`,
    `import type { operations } from './schema.ts';`,
  ].join('\n');
}

/** Which client serves which operations: `x-clients` splits them by credentials, else there is one client for all. */
function clientsOf(vendor: string, document: Document, operations: Operation[]): [name: string, served: Operation[]][] {
  const clients = document['x-clients'];
  if (!clients) return [[pascalCase(vendor), operations]];
  return Object.entries(clients).map(([name, schemes]) => [
    name,
    operations.filter(
      ({ object: { security = [] } }) =>
        security.length === 0 ||
        security.some((needed) => Object.keys(needed).every((scheme) => schemes.includes(scheme))),
    ),
  ]);
}

function treeOf(operations: Operation[]): Tree {
  const tree: Tree = {};
  for (const operation of operations) {
    const parts = operation.id.split('/');
    const name = parts.pop() as string;
    let branch = tree;
    for (const part of parts) {
      branch[part] ??= {};
      branch = branch[part] as Tree;
    }
    if (name in branch) throw new Error(`${operation.id} is the name of an operation and of a group of operations.`);
    branch[name] = operation;
  }
  if ('api' in tree)
    throw new Error('`api` is the name of the openapi-fetch client; no operationId may begin with it.');
  return tree;
}

function isOperation(entry: Operation | Tree): entry is Operation {
  return typeof entry.path === 'string';
}

function methodsOf(document: Document, tree: Tree, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(tree).map(([name, entry]) =>
    isOperation(entry)
      ? `${commentOf(entry, inner)}\n${inner}${name}${signatureOf(document, entry)};`
      : `${inner}readonly ${name}: ${methodsOf(document, entry, inner)};`,
  );
  return `{\n${members.join('\n')}\n${indent}}`;
}

/** The spec's own words on an operation: what an editor shows where it is called. */
function commentOf({ object, method, path }: Operation, indent: string): string {
  const paragraphs = [
    object.summary,
    object.description,
    `\`${method} ${path}\``,
    describeEvidence(object['x-evidence']),
  ];
  if (object.deprecated) paragraphs.push('@deprecated The vendor says so.');
  const lines = paragraphs.join('\n\n').trim().replace(/\*\//g, '*\\/').split('\n');
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join('\n');
}

function signatureOf(document: Document, operation: Operation): string {
  const type = `operations[${JSON.stringify(operation.id)}]`;
  const pagination = operation.object['x-pagination'];
  const negotiated = mediaTypesOf(operation).length > 1;
  const input = bodyModeOf(document, operation) === 'whole' ? 'InputWithBody' : 'Input';
  const optional = needsNothing(operation) ? '?' : '';
  const options = negotiated
    ? 'NegotiatedCallOptions<Media>'
    : isIdempotent(operation)
      ? 'IdempotentCallOptions'
      : 'CallOptions';
  const generic = negotiated ? `<Media extends MediaType<${type}> = 'application/json'>` : '';
  const call = pagination
    ? `PagedCall<${type}, Item<${type}, ${JSON.stringify(pagination.items)}>>`
    : `Call<${type}${negotiated ? ', Media' : ''}>`;
  const takesNothing = operation.parameters.length === 0 && !operation.body;
  const parameters = takesNothing ? 'parameters?: Record<string, never>' : `parameters${optional}: ${input}<${type}>`;
  return `${generic}(${parameters}, options?: ${options}): ${call}`;
}

/** The same operations at run time, in as few words as tell a client how to send them. */
function tableOf(document: Document, tree: Tree): object {
  return Object.fromEntries(
    Object.entries(tree).map(([name, entry]) => [
      name,
      isOperation(entry) ? definitionOf(document, entry) : tableOf(document, entry),
    ]),
  );
}

function definitionOf(document: Document, operation: Operation): object {
  const body = bodyModeOf(document, operation);
  const query = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  return {
    method: operation.method,
    path: operation.path,
    body,
    query: body && query.length > 0 ? query : undefined,
    headers: fixedHeadersOf(operation),
    security: securityOf(operation),
    server: operation.server,
    idempotent: isIdempotent(operation) || undefined,
    pagination: paginationOf(operation),
  };
}

function securityOf({ object: { security = [] } }: Operation): 'none' | 'optional' | undefined {
  if (security.length === 0) return 'none';
  return security.some((needed) => Object.keys(needed).length === 0) ? 'optional' : undefined;
}

function paginationOf({ id, object, parameters }: Operation): object | undefined {
  const pagination = object['x-pagination'];
  if (!pagination) return undefined;
  const { offset, page, style, ...rest } = pagination;
  const parameter = style === 'offset' ? offset : page;
  const moving = parameters.find(({ name }) => name === parameter);
  if (!moving) throw new Error(`${id}: x-pagination names a parameter that the operation has not: ${parameter}.`);
  return { parameter, style, maximum: moving.schema.maximum, ...rest };
}

function isIdempotent({ parameters }: Operation): boolean {
  return parameters.some(
    (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === 'idempotency-key',
  );
}

function fixedHeadersOf({ id, parameters, body }: Operation): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (const { name, schema, required } of parameters.filter((parameter) => parameter.in === 'header')) {
    if (schema.const !== undefined) headers[name] = String(schema.const);
    else if (required)
      throw new Error(`${id}: the required header ${name} has no fixed value, and methods take no headers.`);
  }
  const form = 'application/x-www-form-urlencoded';
  if (body && !('application/json' in body.content) && form in body.content) headers['Content-Type'] = form;
  return Object.keys(headers).length > 0 ? headers : undefined;
}

/** How a method takes the body of its operation: by its fields, or whole where they would clash. */
export function bodyModeOf(
  document: Document,
  { parameters, body }: Operation,
): 'fields' | 'optional' | 'whole' | undefined {
  if (!body) return undefined;
  const schema = bodySchemaOf(document, body);
  const clash = parameters.some(({ name }) => name in (schema.properties ?? {}));
  if (schema.type !== 'object' || clash) return 'whole';
  return body.required ? 'fields' : 'optional';
}

function bodySchemaOf(document: Document, body: Body): Schema {
  const media = body.content['application/json'] ?? Object.values(body.content)[0];
  return media ? resolve(document, media.schema) : {};
}

function needsNothing({ parameters, body }: Operation): boolean {
  const needed = (parameter: Parameter) => parameter.required && parameter.in !== 'header';
  return !parameters.some(needed) && !body?.required;
}

function mediaTypesOf({ responses }: Operation): string[] {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [...new Set(successes.flatMap(([, response]) => Object.keys(response.content ?? {})))];
}

/** How arrays and objects stand in a query. openapi-fetch takes one way for a client, so the operations must agree. */
function serializationOf(operations: Operation[]): object {
  const ways = (type: string, style: string) => {
    const found = operations.flatMap(({ id, parameters }) =>
      parameters
        .filter((parameter) => parameter.in === 'query' && parameter.schema.type === type)
        .map((parameter) => ({
          id,
          way: { style: parameter.style ?? style, explode: parameter.explode ?? style === 'form' },
        })),
    );
    const different = found.find(({ way }) => JSON.stringify(way) !== JSON.stringify(found[0]?.way));
    if (different) throw new Error(`${different.id} serialises an ${type} in another way than ${found[0]?.id}.`);
    return found[0]?.way;
  };
  return { array: ways('array', 'form'), object: ways('object', 'form') };
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
