import ts from 'typescript';
import { bodyKindOf } from '../document/content-kind.ts';
import { type Document, type Operation, operationsOf } from '../document/document.ts';
import { keysOfPlace } from '../document/pointer.ts';
import { binaryTypes } from './binary-types.ts';
import { callTypesOf, typeParameterOf } from './call-types.ts';
import { importOf } from './import-of.ts';
import { redirects, requestMediaTypeOf } from './media-types.ts';
import { bodyModeOf, methodParametersOf } from './method-parameters.ts';
import { extendType } from './named-schemas.ts';
import { type BodyTypes, errorBodiesOf, type ResponseTypes, responseTypesOf, unionOf } from './response-types.ts';
import { declarationOf, membersOf, parse, resolveType, textOf } from './source.ts';
import type { TypeNames } from './type-names.ts';

/**
 * The named types of each operation: what its method takes, what a call resolves with, and its result. Also the bodies of errors, for
 * `isApiError`.
 *
 * @param schema The code of `generateSchema`.
 */
export function generateTypes(document: Document, schema: string, names: TypeNames): string {
  const file = parse(schema);
  const types = membersOf(declarationOf(file, 'operations'));
  const operations = operationsOf(document).map((operation) => {
    const type = types.get(operation.id)?.type as ts.TypeNode;
    return { operation, type, responses: responseTypesOf(document, file, operation, type) };
  });
  const declarations = operations.flatMap(({ operation, type, responses }) => [
    ...paramsOf(document, file, operation, type, names),
    ...responsesOf(document, file, operation, responses, names),
  ]);
  const errors = errorBodiesOf(operations.map(({ responses }) => responses.errors));
  declarations.push(
    `/** The bodies of errors by status, as the operations declare them. */\n${extendType(file, 'ApiErrorBodies', linesOf(errors))}`,
  );
  const code = declarations.join('\n\n');
  return `${importsOf(code, file)}${code}\n`;
}

/** The parameters of an operation as one flat object, with their names on the wire. */
function paramsOf(
  document: Document,
  file: ts.SourceFile,
  operation: Operation,
  type: ts.TypeNode,
  names: TypeNames,
): string[] {
  const { params } = callTypesOf(document, operation, names);
  if (!params) return [];
  const parameters = membersOf(membersOf(type).get('parameters')?.type);
  const own = methodParametersOf(operation);
  const members = ['path', 'query', 'header', 'cookie'].flatMap((place) =>
    [...membersOf(resolveType(file, parameters.get(place)?.type))].flatMap(([sentName, member]) => {
      const parameter = own.find((one) => one.in === place && one.sentName === sentName);
      return parameter
        ? [textOf(member, parameter.name === sentName ? undefined : JSON.stringify(parameter.name))]
        : [];
    }),
  );
  const content = membersOf(resolveType(file, membersOf(type).get('requestBody')?.type)).get('content')?.type;
  const body = operation.body && membersOf(content).get(requestMediaTypeOf(operation.body))?.type;
  const isWhole = bodyModeOf(document, operation) === 'whole';
  if (body && isWhole) {
    const [mark, none] = operation.body.required ? ['', ''] : ['?', ' | undefined'];
    const isMultipart = operation.body && bodyKindOf(requestMediaTypeOf(operation.body)) === 'multipart';
    const text = operation.body?.description ?? 'The request body.';
    const said = text
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\*\//g, '*\\/');
    members.push(`/** ${said} */\nbody${mark}: ${textOf(body)}${isMultipart ? ' | FormData' : ''}${none};`);
  }
  const comment = `/** Parameters of \`${methodOf(operation)}\`. */\n`;
  return [comment + extendType(file, params, members, body && !isWhole ? textOf(body) : undefined)];
}

function responsesOf(
  document: Document,
  file: ts.SourceFile,
  operation: Operation,
  { successes, errors, event: eventType }: ResponseTypes,
  names: TypeNames,
): string[] {
  const { response, result, item, event } = callTypesOf(document, operation, names);
  const head = (name: string) => name.replace('<Media>', typeParameterOf(operation));
  const method = methodOf(operation);
  const isNamed = !/^(undefined|unknown)$/.test(response);
  const success = unionOf([...successes.values()]);
  const byStatus = new Map([
    ...[...successes].map(([status, type]): [string, string] => [
      status,
      isNamed && type === success ? response : type,
    ]),
    ...errors,
  ]);
  const { items } = operation.object['x-pagination'] ?? {};
  const hasItem = item !== undefined && ![...names.schemas.values()].includes(item);
  const list = keysOfPlace(items ?? '').reduceRight(
    (type, key) => `{ readonly ${JSON.stringify(key)}?: ${type} | null | undefined }`,
    'readonly (infer Item)[]',
  );
  return [
    ...(isNamed ? [`/** What \`${method}\` resolves with. */\n${extendType(file, head(response), [], success)}`] : []),
    ...(event && eventType
      ? [`/** What \`stream()\` of \`${method}\` yields. */\n${extendType(file, head(event), [], eventType)}`]
      : []),
    ...(hasItem
      ? [
          `/** An item of \`${method}\`. */\nexport type ${item} = ${response.replace('<Media>', '')} extends ${list} ? Item : unknown;`,
        ]
      : []),
    `/** The result of \`${method}\`: one variant for each status. */\nexport type ${head(result)} = Result<{\n${linesOf(
      byStatus,
    )
      .map((line) => `    ${line}\n`)
      .join('')}}${redirects(operation) ? ", '2' | '3'" : ''}>;`,
  ];
}

/** The method of an operation, as a doc comment names it: `users.list`. */
function methodOf({ id }: Operation): string {
  return id.replaceAll('/', '.');
}

function linesOf(bodies: BodyTypes): string[] {
  return [...bodies].map(([status, type]) => `${/^(\d+|default)$/.test(status) ? status : `"${status}"`}: ${type};`);
}

/** Imports the types that the code uses. */
function importsOf(code: string, schema: ts.SourceFile): string {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parse(code));
  const names = [...used].filter((name) => declarationOf(schema, name)).sort();
  const runtime = [...binaryTypes, 'Bytes', 'Result', 'Unlisted'].filter(
    (name) => used.has(name) && !names.includes(name),
  );
  return `${importOf(runtime, '@plumbline/runtime')}${importOf(names, './schema.ts')}\n`;
}
