interface Load {
  readonly key: string;
  readonly inFlight: number;
  readonly title: string;
  readonly share: number;
  readonly without: readonly string[];
}

/**
 * The numbers of calls in flight for which CPU is measured.
 *
 * `share` divides the time: a batch with 1,000 calls in flight takes several times as long, and needs as many rounds. `without` lists
 * clients that would take most of the time: a call of magicbell-js costs ten times as much as `fetch`.
 */
export const loads = [
  { key: 'sequential', inFlight: 1, title: 'one after another', share: 1, without: [] },
  { key: 'concurrent', inFlight: 64, title: '64 in flight', share: 1, without: [] },
  { key: 'thousand', inFlight: 1000, title: '1,000 in flight', share: 5, without: ['magicbell-js'] },
] as const satisfies readonly Load[];

export type LoadKey = (typeof loads)[number]['key'];

/** A value for each measured load. */
export type ByLoad<T = number> = { readonly [Key in LoadKey]?: T };
