import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { readContractResults } from '../contract/coverage/contract-results.ts';
import { readResults } from '../mutants/mutant-results.ts';
import { figureFiles, staleFigures } from './spec-figures.ts';

const measured = { contract: readContractResults(), mutants: readResults() };
const texts = new Map(figureFiles(measured).map(({ path, text }) => [path, text]));
const readWith = (change: (text: string) => string) => (path: string) => change(texts.get(join(root, path)) ?? '');

it('the figures in README.md and test/README.md are what was measured', () => {
  expect(staleFigures(measured)).toEqual([]);
});

it('every stale figure is named with the command that writes it', () => {
  const edited = readWith((text) =>
    text
      .replace(/^(\| magnify \|.*)\d/m, '$1x')
      .replace(/(packages\/magicbell\) \| [^|]*: )\d+ operations/, '$11 operation'),
  );
  expect(staleFigures(measured, edited)).toEqual([
    'README.md: the figures of magicbell are stale. Run `npm run spec -- magicbell`, and commit what it writes.',
    'test/README.md: the figures of magnify are stale. Run `npm run spec -- magnify`, and commit what it writes.',
  ]);
  const table = readWith((text) => text.replace('| spec |', '| vendor |'));
  expect(staleFigures(measured, table)).toEqual(['test/README.md: the table is stale. Run `npm run spec`.']);
});

it('a new vendor without results has no row', () => {
  const { magnify, ...contract } = measured.contract;
  const [page] = figureFiles({ ...measured, contract });
  expect(page?.text).not.toContain('| magnify |');
  expect(readFileSync(page?.path ?? '', 'utf8')).toContain('| magnify |');
});
