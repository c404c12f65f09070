import { names } from '../peers/names.ts';
import { loads } from './loads.ts';
import type { Ratio } from './ratios.ts';

/** Largest accepted difference between the two measurements of bare `fetch` in a run. */
const tolerance = 0.05;

/** Lists the loads in which the two measurements of `fetch` differ by more than the tolerance. Such a run proves nothing. */
export function findDisagreements(ratios: readonly Ratio[]): readonly string[] {
  const again = ratios.find(({ name }) => name === names.fetchAgain);
  if (!again) return [`"${names.fetchAgain}" was not measured`];
  return loads.flatMap(({ key, title }) => {
    const ratio = again[key];
    // Ratios have three digits, but the difference of two floats has more.
    if (ratio === undefined || Number(Math.abs(ratio - 1).toFixed(3)) <= tolerance) return [];
    return [`${title}, "${names.fetchAgain}" took ${ratio.toFixed(3)} of "${names.fetch}"`];
  });
}
