import type { Ratio, Ratios } from '../cpu/ratios.ts';
import { plumbline, plumblineEveryPolicy } from '../peers/plumbline.ts';
import { plumblineUndici, plumblineUndiciEveryPolicy } from '../peers/plumbline-undici.ts';
import { table } from './table.ts';

type Load = 'sequential' | 'concurrent';
const loads = { sequential: 'one after another', concurrent: '64 in flight' } as const;

/** What a call may cost with every policy on, as a multiple of bare `fetch`. */
const budgets = [
  { peer: plumblineEveryPolicy, limit: 1.05 },
  { peer: plumblineUndiciEveryPolicy, limit: 0.55 },
];

/** The ratios of CPU, cheapest first. */
export function reportRatios({ ratios, rounds, bare }: Ratios): string {
  const rows = ratios
    .toSorted((one, other) => one.sequential - other.sequential)
    .map(({ name, sequential, concurrent }) => [name, sequential.toFixed(2), concurrent.toFixed(2)]);
  const took = `${Math.round(bare.sequential)} µs one after another and ${Math.round(bare.concurrent)} µs with 64 in flight`;
  return `${table(['client', ...Object.values(loads)], rows)}

Medians of ${rounds} rounds. On this machine a bare \`fetch\` took ${took}.

${[...budgets.map((budget) => reportBudget(budget, ratios)), ...reportFaster(ratios)].map((line) => `- ${line}`).join('\n')}`;
}

/** A ratio as it is printed. */
export function roundRatio({ name, sequential, concurrent }: Ratio): Ratio {
  return { name, sequential: Number(sequential.toFixed(2)), concurrent: Number(concurrent.toFixed(2)) };
}

/** Says whether every budget of CPU holds. */
export function withinBudget({ ratios }: Ratios): boolean {
  return budgets.every(({ peer, limit }) => worst(find(ratios, peer.name)) <= limit);
}

function reportBudget({ peer, limit }: (typeof budgets)[number], ratios: readonly Ratio[]): string {
  const cost = worst(find(ratios, peer.name));
  return `Budget of ${peer.name}: ${limit.toFixed(2)}. ${cost <= limit ? 'Held' : '**Exceeded**'}, at ${cost.toFixed(2)}.`;
}

/** Who takes less than Plumbline, at its defaults on either transport. */
function reportFaster(ratios: readonly Ratio[]): string[] {
  const ours = new Set([plumbline, plumblineUndici, ...budgets.map(({ peer }) => peer)].map(({ name }) => name));
  return [plumbline, plumblineUndici].flatMap(({ name }) =>
    (Object.keys(loads) as Load[]).map((load) => {
      const own = find(ratios, name)[load];
      const faster = ratios.filter((peer) => !ours.has(peer.name) && peer[load] < own).map((peer) => peer.name);
      return `Less CPU than ${name}, ${loads[load]}: ${faster.join(', ') || 'nobody'}.`;
    }),
  );
}

function find(ratios: readonly Ratio[], wanted: string): Ratio {
  const ratio = ratios.find(({ name }) => name === wanted);
  if (!ratio) throw new Error(`The CPU of ${wanted} was not measured.`);
  return ratio;
}

function worst({ sequential, concurrent }: Ratio): number {
  return Math.max(sequential, concurrent);
}
