import { names } from '../peers/names.ts';
import { type ByLoad, type LoadKey, loads } from './loads.ts';
import { median } from './median.ts';

/** What one load measured: microseconds of CPU for each batch, in the order of the rounds. */
export interface LoadSamples {
  /** Batches without calls. */
  readonly empty: readonly number[];
  readonly clients: readonly { readonly name: string; readonly calls: number; readonly batches: readonly number[] }[];
}

/** The CPU of a call as a multiple of bare `fetch`: the medians of one run, one divided by the other. */
export interface Ratio extends ByLoad {
  readonly name: string;
}

export interface Ratios {
  readonly ratios: readonly Ratio[];
  /** Rounds of the load that had the fewest. */
  readonly rounds: number;
  /** Microseconds of CPU that a call of bare `fetch` took, to judge the machine by. */
  readonly bare: ByLoad;
}

/** Compares the clients of a run with its bare `fetch`. */
export function compareWithFetch(samples: ByLoad<LoadSamples>): Ratios {
  const measured = loads.flatMap(({ key }) => {
    const load = samples[key];
    return load ? [{ key, rounds: load.empty.length, costs: costOfCall(load) }] : [];
  });
  const clients = [...new Set(measured.flatMap(({ costs }) => [...costs.keys()]))];
  // A client may be left out of a load.
  const byLoad = (figure: (costs: ReadonlyMap<string, number>) => number): ByLoad =>
    Object.fromEntries(
      measured
        .map(({ key, costs }): [LoadKey, number] => [key, figure(costs)])
        .filter(([, value]) => !Number.isNaN(value)),
    );
  return {
    ratios: clients.map((name) => ({
      name,
      ...byLoad((costs) => round((costs.get(name) ?? Number.NaN) / (costs.get(names.fetch) ?? Number.NaN))),
    })),
    rounds: Math.min(...measured.map(({ rounds }) => rounds)),
    bare: byLoad((costs) => costs.get(names.fetch) ?? Number.NaN),
  };
}

/**
 * The CPU of a call for each client, in microseconds.
 *
 * Each round has a pace: how much longer than usual its batches took, in the median. It is taken out of the round, since a
 * machine may become slower by half from one second to the next. What a batch without calls costs is taken off.
 */
export function costOfCall({ empty, clients }: LoadSamples): ReadonlyMap<string, number> {
  const usual = clients.map(({ batches }) => median(batches));
  const paces = empty.map((_, round) =>
    median(clients.map(({ batches }, client) => (batches[round] ?? Number.NaN) / (usual[client] ?? Number.NaN))),
  );
  const steady = (batches: readonly number[]) =>
    median(batches.map((batch, round) => batch / (paces[round] ?? Number.NaN)));
  const idle = steady(empty);
  return new Map(clients.map(({ name, calls, batches }) => [name, (steady(batches) - idle) / calls]));
}

/** As many digits as the figures are written with. */
const round = (ratio: number) => Number(ratio.toFixed(3));
