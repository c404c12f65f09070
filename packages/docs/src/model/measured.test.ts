import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { bench, caseBars, cpuBars, sizeBars } from './measured.ts';

it('shows the figures of the run that RESULTS.md tells of', () => {
  const words = readFileSync(join(root, 'test', 'bench', 'RESULTS.md'), 'utf8');
  expect(words).toContain(`Written by \`npm run bench\` on ${bench.date}.`);
  for (const { name, sequential } of bench.cpu.ratios)
    expect(words).toContain(`| ${name} | ${sequential.toFixed(2)} |`);
  for (const { gzip } of bench.weights) expect(words).toContain(`| ${gzip.toLocaleString('en')} |`);
});

it('puts the best first, and marks what is ours', () => {
  expect(caseBars.map(({ value }) => value)).toEqual(caseBars.map(({ value }) => value).toSorted((a, b) => b - a));
  for (const bars of [cpuBars, sizeBars]) {
    expect(bars.map(({ value }) => value)).toEqual(bars.map(({ value }) => value).toSorted((a, b) => a - b));
  }
  expect(sizeBars.filter(({ ours }) => ours).map(({ label }) => label)).toContain('Plumbline, magnify');
});
