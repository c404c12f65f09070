/** What each name of a package costs in a bundle: who imports one does not pay for the others. */
import { vendors } from '@plumbline/repository/repository';
import { describe, expect, it } from 'vitest';
import { weigh } from './bundle.ts';

/** Bytes of gzip of a package whole. They may be lowered. */
const wholes: Readonly<Record<string, number>> = {
  runtime: 12_900,
  'runtime/testing': 1650,
  magicbell: 13_000,
  magnetiq: 13_300,
  magnify: 12_450,
  // With Papa Parse, which `readMemberRows` loads when it is called.
  'mx-audience': 19_900,
};
/** Bytes of gzip of what is neither a client nor a reader: an error, a guard, a helper. */
const smallBudget = 750;
const larger: Readonly<Record<string, number>> = { readMemberRows: 9600 };

it.each(Object.entries(wholes))('%s whole is no larger than its budget', async (name, budget) => {
  const { gzip } = await weigh(`import * as all from '@plumbline/${name}'; console.log(all);`, import.meta.dirname);
  expect(gzip).toBeGreaterThan(budget / 2);
  expect(gzip).toBeLessThanOrEqual(budget);
});

describe.each(vendors)('of %s', async (vendor) => {
  const specifier = `@plumbline/${vendor}`;
  const names = Object.keys(await import(specifier));

  // `weight.test.ts` weighs the clients.
  it.each(names.filter((name) => !/^create(?!UserHmac)/.test(name)))('%s alone is small', async (name) => {
    const program = `import { ${name} } from '${specifier}'; console.log(${name});`;
    const { gzip } = await weigh(program, import.meta.dirname);
    expect(gzip).toBeGreaterThan(50);
    expect(gzip).toBeLessThanOrEqual(larger[name] ?? smallBudget);
  });
});
