import { type Document, operationsOf, readSpec, vendors } from '../spec.ts';
import { accesses, describeWays } from './access.ts';
import { parameterVariable } from './input-source.ts';

/** What `npm run drift -- --help` prints. */
export function usage(): string {
  return `Compares what a vendor answers with what its spec says.

  npm run drift -- <vendor>                      calls the operations that only read, with credentials from the environment
  npm run drift -- <vendor> --traffic <file>     reads a recording instead: HAR, or NDJSON with {"request","response"} a line

  --base-url <url>    another server than the vendor's
  --format <format>   text (the default), markdown or json
  --json              the same as --format json

Exit code: 0 no difference, or only such as break nobody; 1 a difference that breaks callers; 2 it could not run.
Prints no value of an answer: types in place of values, path templates in place of URLs.

Environment:
${vendors.map(variablesOf).join('\n')}`;
}

function variablesOf(vendor: string): string {
  const lines = (accesses[vendor] ?? []).map((access) => {
    const optional = access.optional ? ` (and ${access.optional} where the vendor asks for it)` : '';
    return `    ${describeWays(access)}${optional}`;
  });
  const parameters = parametersOf(vendor);
  const needed = parameters.filter(([, isListed]) => !isListed).map(([name]) => name);
  const listed = parameters.filter(([, isListed]) => isListed).map(([name]) => name);
  return [
    `  ${vendor}`,
    ...lines,
    ...(needed.length > 0 ? [`    to call all reads: ${needed.join(', ')}`] : []),
    ...(listed.length > 0 ? [`    in place of the first of a list: ${listed.join(', ')}`] : []),
  ].join('\n');
}

function parametersOf(vendor: string): [name: string, isListed: boolean][] {
  let document: Document;
  try {
    document = readSpec(vendor);
  } catch {
    return [];
  }
  const reads = operationsOf(document).filter(({ method }) => method === 'GET');
  const paths = new Set(reads.map(({ path }) => path));
  const found = reads.flatMap((operation) =>
    operation.parameters
      .filter((parameter) => parameter.required && parameter.in !== 'header')
      .map(({ name }): [string, boolean] => {
        const list = operation.path.slice(0, Math.max(operation.path.indexOf(`/{${name}}`), 0));
        return [parameterVariable(vendor, operation, name), paths.has(list)];
      }),
  );
  return [...new Map(found)];
}
