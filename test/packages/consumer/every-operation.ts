import { vendors } from '@plumbline/repository/repository';
import { type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput, inputSource } from '@plumbline/spec-tools/generate/example-input';
import { clientsOf, isOperation, type Tree } from '@plumbline/spec-tools/generate/operation-tree';

/**
 * Makes a program that calls every operation of every client: awaits it, reads its result, and narrows it by `ok` and by each declared
 * status.
 */
export function everyOperation(): string {
  const imports: string[] = [];
  const lines: string[] = [];
  for (const vendor of vendors) {
    const document = readSpec(vendor);
    const clients = clientsOf(vendor, document, operationsOf(document));
    imports.push(`import type { ${clients.map(({ name }) => name).join(', ')} } from '@plumbline/${vendor}';`);
    for (const { name, tree } of clients) {
      lines.push(`declare const the${name}: ${name};`);
      for (const { path, operation } of leavesOf(tree, `the${name}`)) {
        lines.push(useOf(path, inputSource(exampleInput(document, operation)), Object.keys(operation.responses)));
      }
    }
  }
  return `${[...imports, ...lines].join('\n')}\n`;
}

function leavesOf(tree: Tree, path: string): { path: string; operation: Operation }[] {
  return Object.entries(tree).flatMap(([name, entry]) =>
    isOperation(entry) ? [{ path: `${path}.${name}`, operation: entry }] : leavesOf(entry, `${path}.${name}`),
  );
}

function useOf(method: string, input: string, statuses: readonly string[]): string {
  const narrowed = statuses
    .filter((status) => Number(status) >= 300)
    .map((status) => `  if (outcome.status === ${status}) console.log(outcome.error);`);
  return [
    '{',
    `  const data = await ${method}(${input});`,
    `  const outcome = await ${method}(${input}).result();`,
    '  if (outcome.ok) console.log(outcome.data === data);',
    ...narrowed,
    '}',
  ].join('\n');
}
