import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readParametersOf } from '@plumbline/drift/environment';
import { root } from '@plumbline/repository/repository';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import type { VendorFiles } from '../client/vendor-files.ts';
import { countOf } from '../client/vendor-values.ts';
import type { Files } from '../client/write-files.ts';
import { Refusal } from '../notes.ts';

/** Edits the files that all vendors share: the table of the README, the manifest that lists the vendors, and the drift workflow. */
export function sharedEdits(vendor: string, document: Document, { values, signIn }: VendorFiles): Files {
  const { title = '', secret = '' } = values;
  // With the operations that were added, such as one that issues tokens.
  const count = countOf(operationsOf(document).length);
  const row = `| [\`@plumbline/${vendor}\`](packages/${vendor}) | ${title}: ${count} | [specs/${vendor}](specs/${vendor}) |`;
  const reads = readParametersOf(vendor, document).flatMap(({ variable, list }) => (list ? [] : [variable]));
  const variables = [...new Set([...signIn.client.ways.flat(), ...reads])];
  const environment = variables.map(
    (name) => `          ${name}: \${{ matrix.vendor == '${vendor}' && secrets.${name} || '' }}`,
  );
  const manifest = join('packages', 'repository', 'package.json');
  const drift = join('.github', 'workflows', 'drift.yml');
  return new Map([
    ['README.md', insertSorted('README.md', read('README.md'), /^\| \[`@plumbline\//, row)],
    [
      drift,
      insertAfter(
        drift,
        insertSorted(drift, read(drift), /^ +- \{ vendor: /, `          - { vendor: ${vendor}, secret: ${secret} }`),
        /matrix\.vendor == '[a-z0-9-]+' && secrets\.\w+ \|\| '' \}\}$/,
        environment,
      ),
    ],
    [manifest, withDependencies(read(manifest), vendor)],
  ]);
}

/** Inserts a line among similar ones, in alphabetical order. */
function insertSorted(path: string, text: string, like: RegExp, line: string): string {
  const lines = text.split('\n');
  const rows = lines.flatMap((each, index) => (like.test(each) ? [index] : []));
  const [first] = rows;
  if (first === undefined)
    throw new Refusal(`${path} has no line that matches ${like}, where the vendor would be added.`);
  const before = rows.find((index) => (lines[index] ?? '') > line) ?? (rows.at(-1) ?? first) + 1;
  return [...lines.slice(0, before), line, ...lines.slice(before)].join('\n');
}

/** Inserts lines after the last similar one. */
function insertAfter(path: string, text: string, like: RegExp, added: readonly string[]): string {
  const lines = text.split('\n');
  const last = lines.reduce((found, each, index) => (like.test(each) ? index : found), -1);
  if (last < 0) throw new Refusal(`${path} has no line that matches ${like}, after which the vendor would be added.`);
  return [...lines.slice(0, last + 1), ...added, ...lines.slice(last + 1)].join('\n');
}

function withDependencies(text: string, vendor: string): string {
  const manifest = JSON.parse(text);
  const added = { [`@plumbline/${vendor}`]: '0.1.0', [`@plumbline/spec-${vendor}`]: '0.1.0' };
  const all = Object.entries<string>({ ...manifest.dependencies, ...added });
  const dependencies = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`;
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
}
