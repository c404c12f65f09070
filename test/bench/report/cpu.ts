import { loads } from '../cpu/loads.ts';
import type { Ratios } from '../cpu/ratios.ts';
import { table } from './table.ts';

/** Writes the CPU ratios, the lowest first. */
export function reportRatios({ ratios, rounds, bare }: Ratios): string {
  const measured = loads.filter(({ key }) => bare[key] !== undefined);
  const rows = measured[0] ? ratios.toSorted(byLoad(measured[0].key)) : [];
  const took = measured.map(({ key, title }) => `${Math.round(bare[key] ?? Number.NaN)} µs ${title}`);
  return `${table(
    ['client', ...measured.map(({ title }) => title)],
    rows.map((ratio) => [ratio.name, ...measured.map(({ key }) => ratio[key]?.toFixed(2) ?? '')]),
  )}

Medians of at least ${rounds} rounds. On this machine a bare \`fetch\` took ${took.join(', ')}.`;
}

function byLoad(key: (typeof loads)[number]['key']) {
  return (one: Ratios['ratios'][number], other: Ratios['ratios'][number]) => (one[key] ?? 0) - (other[key] ?? 0);
}
