import { describe, expect, it } from 'vitest';
import { findDisagreements } from './agreement.ts';
import { median } from './median.ts';
import { compareWithFetch, costOfCall, type LoadSamples } from './ratios.ts';

const client = (name: string, calls: number, batches: readonly number[]) => ({ name, calls, batches });

/**
 * Creates the samples of one load: batches of 100 calls, with 1,000 µs besides the calls.
 *
 * @param costs Microseconds for a call of each client.
 * @param paces The pace of each round.
 */
function rounds(costs: Readonly<Record<string, number>>, paces: readonly number[] = [1, 1, 1]): LoadSamples {
  return {
    empty: paces.map((pace) => 1000 * pace),
    clients: Object.entries(costs).map(([name, cost]) =>
      client(
        name,
        100,
        paces.map((pace) => (1000 + 100 * cost) * pace),
      ),
    ),
  };
}

it('median is the middle value, or the mean of the middle two', () => {
  expect(median([30, 1, 2])).toBe(2);
  expect(median([30, 1, 2, 4])).toBe(3);
});

describe('costOfCall', () => {
  it('costOfCall subtracts the cost of a batch without calls', () => {
    expect(costOfCall(rounds({ fetch: 100, ky: 150 }))).toEqual(
      new Map([
        ['fetch', 100],
        ['ky', 150],
      ]),
    );
  });

  it('costOfCall removes the pace of a round', () => {
    const costs = costOfCall(rounds({ fetch: 100, ky: 150, axios: 200 }, [1, 3, 1, 2, 1]));
    for (const [name, cost] of Object.entries({ fetch: 100, ky: 150, axios: 200 }))
      expect(costs.get(name)).toBeCloseTo(cost);
  });

  it('costOfCall ignores a batch that took much longer than the others', () => {
    const { empty, clients } = rounds({ ky: 100, axios: 100 });
    const disturbed = client('fetch', 100, [11_000, 900_000, 11_000]);
    expect(costOfCall({ empty, clients: [...clients, disturbed] }).get('fetch')).toBe(100);
  });

  it('costOfCall divides by the calls of each client', () => {
    const clients = [client('fetch', 100, [11_000, 11_000]), client('ky', 10, [3000, 3000])];
    expect(costOfCall({ empty: [1000, 1000], clients }).get('ky')).toBe(200);
  });
});

it('compareWithFetch gives the multiple of fetch for each measured load', () => {
  const compared = compareWithFetch({
    sequential: rounds({ fetch: 100, ky: 150 }),
    concurrent: rounds({ fetch: 50, ky: 100 }, [1, 1]),
  });
  expect(compared).toEqual({
    ratios: [
      { name: 'fetch', sequential: 1, concurrent: 1 },
      { name: 'ky', sequential: 1.5, concurrent: 2 },
    ],
    rounds: 2,
    bare: { sequential: 100, concurrent: 50 },
  });
});

describe('findDisagreements', () => {
  const again = 'fetch (again)';

  it('findDisagreements accepts a run in which the two measurements of fetch differ by 5 %', () => {
    expect(findDisagreements([{ name: again, sequential: 0.95, concurrent: 1.05, thousand: 1 }])).toEqual([]);
  });

  it('findDisagreements names each load in which they differ by more', () => {
    expect(findDisagreements([{ name: again, sequential: 0.949, concurrent: 1, thousand: 1.051 }])).toEqual([
      'one after another, "fetch (again)" took 0.949 of "fetch"',
      '1,000 in flight, "fetch (again)" took 1.051 of "fetch"',
    ]);
  });

  it('findDisagreements refuses a run in which fetch was measured once', () => {
    expect(findDisagreements([{ name: 'fetch', sequential: 1 }])).toEqual(['"fetch (again)" was not measured']);
  });
});
