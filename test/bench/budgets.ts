/** The limits for what Plumbline costs. The bench compares its figures with these budgets, and fails when one is missed. */
import { vendors } from '@plumbline/repository/repository';
import { type LoadKey, loads } from './cpu/loads.ts';
import type { Measured } from './figures.ts';
import type { FleetCost } from './fleet/measure.ts';
import { names, vendorName } from './peers/names.ts';

export interface Budget {
  readonly what: string;
  readonly limit: number;
  readonly unit: '×' | 'B' | 'ms';
  /** Finds the figure of a run; `undefined` if the run did not measure it. */
  readonly find: (measured: Measured) => number | undefined;
}

/** A budget with the figure of a run, as in RESULTS.json. */
export interface CheckedBudget extends Omit<Budget, 'find'> {
  readonly measured: number | null;
  readonly met: boolean;
}

const { plumblineEveryPolicy, plumblineFetchEveryPolicy } = names;

export const budgets: readonly Budget[] = [
  cpu(plumblineEveryPolicy, names.fetch, 'sequential', 0.85),
  cpu(plumblineEveryPolicy, names.fetch, 'concurrent', 0.6),
  cpu(plumblineEveryPolicy, names.undiciRequest, 'sequential', 1.15),
  cpu(plumblineEveryPolicy, names.undiciRequest, 'concurrent', 1.35),
  cpu(plumblineFetchEveryPolicy, names.openapiFetchWithTimeout, 'sequential', 1),
  cpu(plumblineFetchEveryPolicy, names.openapiFetchWithTimeout, 'concurrent', 1),
  {
    what: `heap of a waiting call, ${plumblineEveryPolicy}, beside ${names.fetch}`,
    limit: 1.2,
    unit: '×',
    find: ({ heap }) => heap?.find(({ name }) => name === plumblineEveryPolicy)?.ratio,
  },
  ...vendors.map((vendor): Budget => weight(vendor, 'client and one call, gzip', 'gzip', 10_000, 'B')),
  ...vendors.map((vendor): Budget => weight(vendor, 'import', 'importTime', 15, 'ms')),
  {
    what: 'CPU of a call of the sandbox, the most costly operation',
    limit: 0.3,
    unit: 'ms',
    find: ({ sandbox }) => sandbox && Math.max(...sandbox.map(({ milliseconds }) => milliseconds)),
  },
  fleet('requests of eight processes in any window, beside the limit', 1, ({ worstCounted }) => worstCounted),
  fleet('allowed requests that eight processes did not send', 0.03, ({ throughput }) => Math.max(0, 1 - throughput)),
  fleet('part of its share that one of eight processes lacked', 0.5, ({ smallestShare }) => 1 - smallestShare),
];

/** Compares a run with every budget. A budget without a figure is not met. */
export function checkBudgets(measured: Measured): readonly CheckedBudget[] {
  return budgets.map(({ find, ...budget }) => {
    const figure = find(measured);
    // NaN: the client was not measured.
    if (figure === undefined || Number.isNaN(figure)) return { ...budget, measured: null, met: false };
    return { ...budget, measured: figure, met: figure <= budget.limit };
  });
}

function cpu(name: string, other: string, load: LoadKey, limit: number): Budget {
  const title = loads.find(({ key }) => key === load)?.title;
  return {
    what: `CPU of a call, ${name}, beside ${other}, ${title}`,
    limit,
    unit: '×',
    find: ({ cpu }) => {
      const [own, base] = [name, other].map((wanted) => cpu?.ratios.find((ratio) => ratio.name === wanted)?.[load]);
      return own === undefined || base === undefined ? undefined : Number((own / base).toFixed(3));
    },
  };
}

function fleet(what: string, limit: number, of: (cost: FleetCost) => number | undefined): Budget {
  return {
    what,
    limit,
    unit: '×',
    find: ({ fleet }) => {
      const figure = fleet?.flatMap((cost) => (cost.name === '@plumbline/fleet' ? (of(cost) ?? []) : []))[0];
      return figure === undefined ? undefined : Number(figure.toFixed(3));
    },
  };
}

function weight(vendor: string, what: string, key: 'gzip' | 'importTime', limit: number, unit: 'B' | 'ms'): Budget {
  const find = ({ weights }: Measured) => weights?.find(({ name }) => name === vendorName(vendor))?.[key];
  return { what: `${what}, ${vendor}`, limit, unit, find };
}
