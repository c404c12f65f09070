/** What a client costs before it does anything: bytes in a bundle, and time to import. The README has the figures. */
import { type BundleTarget, bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { describe, expect, it } from 'vitest';
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

describe('the transport over the dispatcher of Node', () => {
  /** Bytes of gzip that it adds to a client. The aim is 1,300. */
  const transportBudget = 1900;
  const node: BundleTarget = { platform: 'node', conditions: ['module'] };
  /** The methods of a handler that a dispatcher calls. */
  const handlerMethod = /onResponseStart/;
  const { program } = programs.magnify ?? { program: '' };
  const bundled = async (target: BundleTarget) =>
    new TextDecoder().decode(await bundleProgram(program, import.meta.dirname, {}, target));

  it('is in a bundle for Node, and adds no more than its budget', async () => {
    expect(await bundled(node)).toMatch(handlerMethod);
    const [withTransport, without] = [
      await weigh(program, import.meta.dirname, node),
      await weigh(program, import.meta.dirname),
    ];
    expect(withTransport.gzip - without.gzip).toBeGreaterThan(0);
    expect(withTransport.gzip - without.gzip).toBeLessThanOrEqual(transportBudget);
  });

  it.each<[what: string, target: BundleTarget]>([
    ['a browser', { platform: 'browser', conditions: [] }],
    ['a worker', { platform: 'browser', conditions: ['worker', 'module'] }],
    ['workerd', { platform: 'neutral', conditions: ['workerd', 'worker', 'module'] }],
    ['Deno', { platform: 'neutral', conditions: ['deno', 'node', 'module'] }],
    ['Bun', { platform: 'neutral', conditions: ['bun', 'node', 'module'] }],
    ['a runtime without a condition', { platform: 'neutral', conditions: [] }],
  ])('is not in a bundle for %s', async (_, target) => {
    const code = await bundled(target);
    expect(code.length).toBeGreaterThan(10_000);
    expect(code).not.toMatch(handlerMethod);
  });
});

// Windows counts CPU in steps of 16 ms.
it.skipIf(process.platform === 'win32')('importing a client takes no longer than its budget', () => {
  const specifiers = Object.values(programs).map(({ specifier }) => specifier);
  const { empty, over } = measureImports(specifiers, import.meta.dirname);
  // A slow or busy machine takes longer for both.
  const budget = Math.max(importBudget, empty * importShare);
  for (const [specifier, milliseconds] of over) expect(milliseconds, specifier).toBeLessThanOrEqual(budget);
});
