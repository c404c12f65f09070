import { loads } from '../cpu/loads.ts';
import type { Figures } from '../figures.ts';
import { names, vendorName } from '../peers/names.ts';
import { kibibytes } from './heap.ts';
import { table } from './table.ts';

const ours: readonly string[] = [
  names.plumbline,
  names.plumblineEveryPolicy,
  names.plumblineFetch,
  names.plumblineFetchEveryPolicy,
  names.plumblineUndici,
  names.plumblineUndiciEveryPolicy,
];
const columns = [
  'client',
  'cases passed',
  ...loads.map(({ title }) => `CPU, ${title}`),
  'heap of a waiting call',
  'client and one call',
  'import',
];

/** Writes the dates, and the table: Plumbline first, then the peers, the lowest CPU first. */
export function reportSummary({ date, casesDate, cases, cpu, heap, weights }: Figures): string {
  const measured = cpu.ratios.toSorted((one, other) => (one.sequential ?? 0) - (other.sequential ?? 0));
  const first = ours.flatMap((wanted) => measured.find(({ name }) => name === wanted) ?? []);
  const rows = [...first, ...measured.filter(({ name }) => !ours.includes(name))].map((ratio) => {
    const { name } = ratio;
    const passed = cases.find((column) => column.name === name);
    const waiting = heap.find((one) => one.name === name);
    // Of the four vendors, MagicBell is the one that the peers call too.
    const weighed = name === names.plumbline ? vendorName('magicbell') : name;
    const weight = weights.find((one) => one.name === weighed);
    return [
      name,
      passed ? `${passed.passed}${passed.optIn ? ` + ${passed.optIn}` : ''} / ${passed.applicable}` : '',
      ...loads.map(({ key }) => ratio[key]?.toFixed(2) ?? ''),
      waiting ? `${kibibytes(waiting.bytes)} KiB` : '',
      weight ? `${weight.gzip.toLocaleString('en')} B` : '',
      weight ? `${weight.importTime} ms` : '',
    ];
  });
  return `The cases ran on ${casesDate}. All other figures were measured on ${date}.

\`+\`: more cases pass with options from the client's documentation. Every policy: with \`deadline\`, \`observe\` and a limiter besides the
defaults. CPU of a call is a multiple of bare \`fetch\`. Sizes are gzip. Import is CPU over an empty program.

${table(columns, rows)}`;
}
