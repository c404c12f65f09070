import { names } from '../peers/names.ts';
import { type ByLoad, type LoadKey, loads } from './loads.ts';
import { median } from './median.ts';

/** The samples of one load: microseconds of CPU for each batch, in the order of the rounds. */
export interface LoadSamples {
  /** Batches without calls. */
  readonly empty: readonly number[];
  readonly clients: readonly { readonly name: string; readonly calls: number; readonly batches: readonly number[] }[];
}

/** The CPU of a call as a multiple of bare `fetch`: the quotient of their medians in one run. */
export interface Ratio extends ByLoad {
  readonly name: string;
}

export interface Ratios {
  readonly ratios: readonly Ratio[];
  /** The lowest number of rounds of any load. */
  readonly rounds: number;
  /** Microseconds of CPU for a call of bare `fetch`, which show how fast the machine is. */
  readonly bare: ByLoad;
}

/** Compares the clients of a run with its bare `fetch`. */
export function compareWithFetch(samples: ByLoad<LoadSamples>): Ratios {
  const measured = loads.flatMap(({ key }) => {
    const load = samples[key];
    return load ? [{ key, rounds: load.empty.length, costs: costOfCall(load) }] : [];
  });
  const clients = [...new Set(measured.flatMap(({ costs }) => [...costs.keys()]))];
  // Some loads omit a client.
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
 * Each round has a pace: the median of its batches relative to their usual cost. Each batch is divided by it, because the speed of
 * a machine may change by half from one second to the next. The cost of a batch without calls is subtracted.
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

/** Rounds to the digits of the report. */
const round = (ratio: number) => Number(ratio.toFixed(3));
