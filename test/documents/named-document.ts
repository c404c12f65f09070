import { ok } from './parameter-document.ts';

/** An operation by its name and place. */
export interface NamedOperation {
  readonly path: string;
  readonly operationId?: string;
  readonly method?: string;
  readonly tag?: string;
}

/** A document with operations, each at a path of its own, or several at one. */
export function namedDocument(operations: readonly NamedOperation[]): string {
  const paths = [...new Set(operations.map(({ path }) => path))];
  const lines = paths.flatMap((path) => [
    `  '${path}':`,
    ...operations
      .filter((one) => one.path === path)
      .map(({ operationId, method = 'get', tag }) => {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(
          ([, name]) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`,
        );
        const parts = [
          operationId && `operationId: '${operationId}'`,
          tag && `tags: ['${tag}']`,
          names.length > 0 && `parameters: [${names.join(', ')}]`,
          ok,
        ];
        return `    ${method}: { ${parts.filter(Boolean).join(', ')} }`;
      }),
  ]);
  return `\nopenapi: 3.1.0\ninfo: { title: Acme, version: '1' }\npaths:\n${lines.join('\n')}\n`;
}
