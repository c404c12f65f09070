/** What a client costs before it does anything: bytes in a bundle, and time to import. The README has the figures. */
import { vendors } from '@plumbline/scripts/spec';
import { readVendor } from '@plumbline/scripts/vendor';
import { expect, it } from 'vitest';
import { weigh } from './bundle.ts';
import { measureImports } from './import-time.ts';
import { programs } from './programs.ts';

/** Milliseconds over an empty program, and the share of it that this is on the machine where it was measured. */
const importBudget = 15;
const importShare = 0.6;

it.each(vendors)('%s and one call are no larger than their budget', async (vendor) => {
  const { gzip } = await weigh(programs[vendor]?.program ?? '', import.meta.dirname);
  // A program that did not resolve would be small.
  expect(gzip).toBeGreaterThan(5000);
  expect(gzip).toBeLessThanOrEqual(readVendor(vendor).smallest.gzip);
});

// Windows counts CPU in steps of 16 ms.
it.skipIf(process.platform === 'win32')('importing a client takes no longer than its budget', () => {
  const specifiers = Object.values(programs).map(({ specifier }) => specifier);
  const { empty, over } = measureImports(specifiers, import.meta.dirname);
  // A slow or busy machine takes longer for both.
  const budget = Math.max(importBudget, empty * importShare);
  for (const [specifier, milliseconds] of over) expect(milliseconds, specifier).toBeLessThanOrEqual(budget);
});
