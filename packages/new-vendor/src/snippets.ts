import { join } from 'node:path';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-path';
import type { Values } from './fill-template.ts';
import { callOf, firstOperation } from './first-call.ts';

/** A program for each operation, and the example of the README, by their paths: the documentation shows them. */
export function snippetFiles(vendor: string, document: Document, values: Values): [path: string, text: string][] {
  const programOf = (call: string) => {
    const { factory, environment, variable, optionList } = values;
    const made = `${environment}const ${variable} = ${factory}(${optionList});`;
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
