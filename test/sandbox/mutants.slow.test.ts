/** Each statement of `x-resources` and `x-effect` is proven: without it, or with another value, a model differs. */
import { describe, expect, it } from 'vitest';
import { behaviourMutants } from './behaviour-mutants.ts';
import { checks } from './checks.ts';
import { equalMutants } from './equal-mutants.ts';

/** Enough for each mutant that differs. The seed makes each run the same. */
const options = { runs: 60, seed: 20261128 };

describe.each(checks)('$vendor', ({ check, data, vendor }) => {
  const all = behaviourMutants(data);

  it.each([...new Set(all.map(({ name }) => name))])(
    '%s: each mutant differs from the model, except the listed ones',
    async (name) => {
      const mutants = all.filter((mutant) => mutant.name === name);
      const survivors: string[] = [];
      for (const mutant of mutants) {
        const isKilled = await check(mutant.data, options).then(
          () => false,
          () => true,
        );
        if (!isKilled) survivors.push(mutant.id);
      }
      const listed = mutants.map(({ id }) => id).filter((id) => Object.hasOwn(equalMutants[vendor] ?? {}, id));
      expect(survivors).toEqual(listed);
    },
  );

  it('each listed mutant exists', () => {
    const ids = new Set(all.map(({ id }) => id));
    expect(Object.keys(equalMutants[vendor] ?? {}).filter((id) => !ids.has(id))).toEqual([]);
  });
});
