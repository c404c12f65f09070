/** Each export of a package is small in a bundle: importing one does not bundle the others. */
import { vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';
import { measureSize } from './measure-size.ts';

/** Maximum size of a whole package after gzip, in bytes. */
const packageBudgets: Readonly<Record<string, number>> = {
  runtime: 18_500,
  'runtime/features': 21_270,
  'runtime/testing': 1650,
  fleet: 7500,
  magicbell: 18_650,
  magnetiq: 18_600,
  magnify: 17_600,
  // Includes Papa Parse, which `readMemberRows` imports when it is called.
  'mx-audience': 24_900,
};
/** Maximum size of an export other than a client or a reader, such as an error or a guard, in bytes after gzip. */
const smallBudget = 850;
const largerBudgets: Readonly<Record<string, number>> = {
  readMemberRows: 11_100,
  ConnectionError: 900,
  ApiError: 1420,
  createUserHmac: 900,
};

it.each(Object.entries(packageBudgets))('the whole package %s is within its size budget', async (name, budget) => {
  const { gzip } = await measureSize(
    `import * as all from '@plumbline/${name}'; console.log(all);`,
    import.meta.dirname,
  );
  expect(gzip).toBeGreaterThan(budget / 2);
  expect(gzip).toBeLessThanOrEqual(budget);
});

describe.each(vendors)('the exports of %s', async (vendor) => {
  const specifier = `@plumbline/${vendor}`;
  const names = Object.keys(await import(specifier));

  // `size.test.ts` measures the clients.
  it.each(names.filter((name) => !/^create(?!UserHmac)/.test(name)))(
    'the export %s alone is within the size budget',
    async (name) => {
      const program = `import { ${name} } from '${specifier}'; console.log(${name});`;
      const { gzip } = await measureSize(program, import.meta.dirname);
      expect(gzip).toBeGreaterThan(50);
      expect(gzip).toBeLessThanOrEqual(largerBudgets[name] ?? smallBudget);
    },
  );
});

/** Maximum size of what a process of a fleet uses, in bytes after gzip. */
const fleetBudgets: Readonly<Record<string, number>> = {
  createFleetLimiter: 5450,
  createFleetTokens: 3900,
  shareTokens: 2900,
};

it.each(Object.entries(fleetBudgets))(
  'the export %s of fleet alone is within its size budget',
  async (name, budget) => {
    const program = `import { ${name}, nodeRedis } from '@plumbline/fleet'; console.log(${name}, nodeRedis);`;
    const { gzip } = await measureSize(program, import.meta.dirname);
    expect(gzip).toBeGreaterThan(budget / 2);
    expect(gzip).toBeLessThanOrEqual(budget);
  },
);
