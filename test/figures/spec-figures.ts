import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import type { WrittenFile } from '@plumbline/repository/write-files';
import { replaceWritten } from '@plumbline/repository/written-part';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expectedResponsesOf } from '@plumbline/spec-tools/document/workflows';
import type { ContractResult, ContractResults } from '../contract/coverage/contract-results.ts';
import type { Reach } from '../contract/coverage/coverage.ts';
import type { Result, Results } from '../mutants/mutant-results.ts';
import { threshold } from '../mutants/score.ts';

/** The results that the figures are made from. */
export interface Measured {
  readonly contract: ContractResults;
  readonly mutants: Results;
}

const command = 'npm run spec';

/** The page that has the table of figures. */
const page = join('test', 'README.md');

type Cell = (contract: ContractResult, mutants: Result | undefined, vendor: string) => string;
const columns: Readonly<Record<string, Cell>> = {
  spec: (_, __, vendor) => vendor,
  operations: ({ operations }) => reach(operations),
  statuses: ({ statuses }) => reach(statuses),
  parameters: ({ parameters }) => reach(parameters),
  'request properties': ({ requestProperties }) => reach(requestProperties),
  'response properties': ({ responseProperties }) => reach(responseProperties),
  'payloads + rows': ({ fixtures: { payloads, rows } }) => `${payloads} + ${rows}`,
  workflows: (_, __, vendor) => String(Object.keys(expectedResponsesOf(vendor)).length),
  'mutants killed': killed(({ killed }) => killed),
  'by fixtures': killed(({ killedBy: { fixtures } }) => fixtures),
  'by fixtures or calls': killed(({ killedBy: { fixtures, calls } }) => fixtures + calls),
};

/** The Markdown files that have figures, with the present figures. */
export function figureFiles(measured: Measured): WrittenFile[] {
  return [
    { path: join(root, page), text: replaceWritten(read(page), command, tableOf(measured)) },
    { path: join(root, 'README.md'), text: vendors.reduce(writeCount, read('README.md')) },
  ];
}

/** Which figures are not the present ones, as sentences that say what to do. */
export function staleFigures(measured: Measured, readText: (path: string) => string = read): string[] {
  const stale = (path: string, vendor: string) =>
    `${path}: the figures of ${vendor} are stale. Run \`${command} -- ${vendor}\`, and commit what it writes.`;
  const [table, readme] = [readText(page), readText('README.md')];
  const found = vendors.flatMap((vendor) => [
    ...(table.includes(`\n${rowOf(vendor, measured)}`) ? [] : [stale(page.replaceAll('\\', '/'), vendor)]),
    ...(writeCount(readme, vendor) === readme ? [] : [stale('README.md', vendor)]),
  ]);
  const isWhole = replaceWritten(table, command, tableOf(measured)) === table;
  return found.length > 0 || isWhole ? found : [`test/README.md: the table is stale. Run \`${command}\`.`];
}

function tableOf(measured: Measured): string {
  const names = Object.keys(columns);
  const rows = vendors.flatMap((vendor) => rowOf(vendor, measured));
  return [
    `| ${names.join(' | ')} |`,
    `|---|${names
      .slice(1)
      .map(() => '---:|')
      .join('')}`,
    ...rows.filter((row) => row !== ''),
    '',
    `At least ${threshold * 100} % of a vendor's mutants must be killed.`,
  ].join('\n');
}

/** The row of a vendor. Empty for a new vendor, which has no results yet. */
function rowOf(vendor: string, { contract, mutants }: Measured): string {
  const own = contract[vendor];
  if (!own) return '';
  return `| ${Object.values(columns)
    .map((cell) => cell(own, mutants[vendor], vendor))
    .join(' | ')} |`;
}

/** The root README with the number of a vendor's operations in the vendor's row. */
function writeCount(readme: string, vendor: string): string {
  const count = operationsOf(readSpec(vendor)).length;
  const row = new RegExp(`(\\]\\(packages/${vendor}\\) \\|[^|]*?)\\d+ operations?`);
  return readme.replace(row, (_, before: string) => `${before}${count} operation${count === 1 ? '' : 's'}`);
}

function reach({ reached, declared }: Reach): string {
  return `${reached} / ${declared}`;
}

function killed(count: (mutants: Result) => number): Cell {
  return (_, mutants) => (mutants ? `${count(mutants)} / ${mutants.mutants}` : 'not run');
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/\r\n/g, '\n');
}
