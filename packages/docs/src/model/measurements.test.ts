import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { bench, caseBars, cpuBars, sizeBars } from './measurements.ts';

it('the charts show the figures that RESULTS.md reports', () => {
  const report = readFileSync(join(root, 'test', 'bench', 'RESULTS.md'), 'utf8');
  expect(report).toContain(`Written by \`npm run bench\` on ${bench.date}.`);
  expect(report).toContain(`The cases ran on ${bench.casesDate}. All other figures were measured on ${bench.date}.`);
  for (const { name, passed, applicable } of bench.cases)
    expect(report).toMatch(
      new RegExp(`^\\| ${name.replace('/', '.')} \\| ${passed}( \\+ \\d+)? / ${applicable} \\|`, 'm'),
    );
  for (const { name, sequential } of bench.cpu.ratios)
    expect(report).toContain(`| ${name} | ${sequential.toFixed(2)} |`);
  for (const { gzip } of bench.weights) expect(report).toContain(`| ${gzip.toLocaleString('en')} |`);
});

it('every chart puts the best client first and highlights Plumbline', () => {
  expect(caseBars.map(({ value }) => value)).toEqual(caseBars.map(({ value }) => value).toSorted((a, b) => b - a));
  for (const bars of [cpuBars, sizeBars]) {
    expect(bars.map(({ value }) => value)).toEqual(bars.map(({ value }) => value).toSorted((a, b) => a - b));
  }
  expect(sizeBars.filter(({ highlighted }) => highlighted).map(({ label }) => label)).toContain('Plumbline, magnify');
});
