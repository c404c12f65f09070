import { join } from 'node:path';
import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { exampleInput, inputSource } from '@plumbline/spec-tools/generate/example-input';
import { methodParametersOf } from '@plumbline/spec-tools/generate/method-parameters';
import type { Values } from '../fill-template.ts';

/** The simplest operation to call: rather a read, rather one with credentials, with the fewest parameters. */
export function firstOperation(document: Document): Operation {
  const cost = ({ method, parameters, body, object }: Operation) =>
    (method === 'GET' ? 0 : 100) +
    (object.security?.length ? 0 : 50) +
    (body ? 20 : 0) +
    parameters.filter(({ required }) => required).length;
  const [first] = operationsOf(document)
    .filter(({ id }) => id !== 'auth/createToken')
    .sort((one, other) => cost(one) - cost(other));
  if (!first) throw new Error('The spec has no operation.');
  return first;
}

/** The required input of a method, from the examples of the spec. */
export function callInput(document: Document, operation: Operation): Record<string, unknown> {
  const input = exampleInput(document, operation);
  const optional = methodParametersOf(operation).filter(({ required }) => !required);
  // By their names: without them the operation could take its body in another way.
  for (const { name } of optional) delete input[name];
  return input;
}

/** The source of a call: `pets.get({ id: 'string' })`. */
export function callOf(document: Document, operation: Operation): string {
  const input = callInput(document, operation);
  const isNeeded = operation.body?.required || Object.keys(input).length > 0;
  return `${operation.id.replaceAll('/', '.')}(${isNeeded ? inputSource(input) : ''})`;
}

/** The snippets: a program for each operation, and the example of the README. */
export function snippetFiles(vendor: string, document: Document, values: Values): [path: string, text: string][] {
  const programOf = (call: string) => {
    const { factory, variable } = values;
    const made = `const ${variable} = ${factory}();`;
    return `import { ${factory} } from '@plumbline/${vendor}';\n\n${made}\n\nconsole.log(await ${variable}.${call});\n`;
  };
  const folder = join('test', 'snippets', vendor);
  return [
    [join(folder, 'example.ts'), programOf(callOf(document, firstOperation(document)))],
    ...operationsOf(document).map((operation): [string, string] => [
      join(folder, `${operationPath(operation.id)}.ts`),
      programOf(callOf(document, operation)),
    ]),
  ];
}
