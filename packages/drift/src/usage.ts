import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import type { Document } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describeWays } from './access.ts';
import { type ReadParameter, readParametersOf } from './input-source.ts';

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
  const lines = readVendor(vendor).clients.map((client) => {
    const optional = client.optional ? ` (and ${client.optional} where the vendor asks for it)` : '';
    return `    ${describeWays(client)}${optional}`;
  });
  const parameters = parametersOf(vendor);
  const needed = parameters.filter(({ isListed }) => !isListed).map(({ variable }) => variable);
  const listed = parameters.filter(({ isListed }) => isListed).map(({ variable }) => variable);
  return [
    `  ${vendor}`,
    ...lines,
    ...(needed.length > 0 ? [`    to call all reads: ${needed.join(', ')}`] : []),
    ...(listed.length > 0 ? [`    in place of the first of a list: ${listed.join(', ')}`] : []),
  ].join('\n');
}

function parametersOf(vendor: string): readonly ReadParameter[] {
  let document: Document;
  try {
    document = readSpec(vendor);
  } catch {
    return [];
  }
  return readParametersOf(vendor, document);
}
