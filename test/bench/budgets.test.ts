import { vendors } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';
import { checkBudgets } from './budgets.ts';
import type { Measured } from './figures.ts';
import { compareHeap } from './heap/measure.ts';
import { names, vendorName } from './peers/names.ts';
import { reportBudgets } from './report/budgets.ts';

const byLoad = (name: string, figure: number) => ({ name, sequential: figure, concurrent: figure });

/** A run that meets every budget, most of them exactly at the limit. */
const met: Measured = {
  cpu: {
    ratios: [
      byLoad(names.fetch, 1),
      byLoad(names.undiciRequest, 0.55),
      byLoad(names.openapiFetchWithTimeout, 1.2),
      byLoad(names.plumblineEveryPolicy, 0.6),
      byLoad(names.plumblineFetchEveryPolicy, 1.2),
    ],
  },
  heap: [{ name: names.plumblineEveryPolicy, bytes: 12_000, ratio: 1.2 }],
  weights: vendors.map((vendor) => ({ name: vendorName(vendor), minified: 26_000, gzip: 10_000, importTime: 15 })),
  sandbox: [
    { operation: 'users/list', milliseconds: 0.3 },
    { operation: 'users/get', milliseconds: 0.1 },
  ],
  fleet: [
    {
      name: '@plumbline/fleet',
      worstCounted: 1,
      worstWindow: 1.1,
      throughput: 0.97,
      smallestShare: 0.5,
      latency: 0.1,
      slowest: 1,
      perSecond: 5000,
    },
  ],
};

it('a run at the limits meets every budget', () => {
  const checked = checkBudgets(met);
  expect(checked.filter((budget) => !budget.met)).toEqual([]);
  expect(checked).toHaveLength(11 + 2 * vendors.length);
});

it('a run that measured nothing meets no budget', () => {
  expect(checkBudgets({}).filter((budget) => budget.met || budget.measured !== null)).toEqual([]);
});

it('the report shows a missed budget with its limit and its figure', () => {
  const heap = [{ name: names.plumblineEveryPolicy, bytes: 13_000, ratio: 1.3 }];
  const rows = reportBudgets(checkBudgets({ ...met, heap })).split('\n');
  expect(rows.filter((row) => row.includes('missed'))).toEqual([
    '| heap of a waiting call, Plumbline, every policy, beside fetch | 1.200 | 1.300 | **missed** |',
  ]);
});

it('a figure is compared with the other client at the same load', () => {
  const ratios = [
    { name: names.undiciRequest, sequential: 0.8, concurrent: 0.4 },
    { name: names.plumblineEveryPolicy, sequential: 0.8, concurrent: 0.6 },
  ];
  const measured = checkBudgets({ cpu: { ratios } }).flatMap((budget) => budget.measured ?? []);
  expect(measured).toEqual([1, 1.5]);
});

it('heap is compared with bare fetch', () => {
  expect(
    compareHeap([
      { name: names.fetch, bytes: 10_000 },
      { name: 'ky', bytes: 12_345.6 },
    ]),
  ).toEqual([
    { name: names.fetch, bytes: 10_000, ratio: 1 },
    { name: 'ky', bytes: 12_346, ratio: 1.235 },
  ]);
});
