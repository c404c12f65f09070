/** The size of a client in a bundle, and the CPU time of its import. The README prints both. */
import { type BundleTarget, bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { describe, expect, it } from 'vitest';
import { measureImports } from './import-time.ts';
import { measureSize, programs } from './measure-size.ts';

/** Maximum CPU time beyond an empty program, in milliseconds, and as a share of the empty program for slower machines. */
const importBudget = 15;
const importShare = 0.6;

it.each(vendors)('a client of %s with one call is within its size budget', async (vendor) => {
  const { gzip } = await measureSize(programs[vendor]?.program ?? '', import.meta.dirname);
  // A program whose imports do not resolve is small.
  expect(gzip).toBeGreaterThan(5000);
  expect(gzip).toBeLessThanOrEqual(readVendor(vendor).smallest.gzip);
});

describe('the transport over the dispatcher of Node', () => {
  /** Maximum size that the transport adds to a client, in bytes after gzip. The aim is 1,300. */
  const transportBudget = 1900;
  const node: BundleTarget = { platform: 'node', conditions: ['module'] };
  /** A platform that is not known, which has the rest of what Node has. */
  const other: BundleTarget = { platform: 'neutral', conditions: [] };
  /** A method of a dispatch handler, which only the transport has. */
  const handlerMethod = /onResponseStart/;
  const { program } = programs.magnify ?? { program: '' };
  const bundled = async (target: BundleTarget) =>
    new TextDecoder().decode(await bundleProgram(program, import.meta.dirname, {}, target));

  it('a bundle for Node includes the transport within its size budget', async () => {
    expect(await bundled(node)).toMatch(handlerMethod);
    const [withTransport, without] = [
      await measureSize(program, import.meta.dirname, node),
      await measureSize(program, import.meta.dirname, other),
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
    ['a runtime without a condition', other],
  ])('a bundle for %s excludes the transport', async (_, target) => {
    const code = await bundled(target);
    expect(code.length).toBeGreaterThan(10_000);
    expect(code).not.toMatch(handlerMethod);
  });
});

describe('the faults that only servers report', () => {
  const { program } = programs.magnify ?? { program: '' };
  const bundled = async (target?: BundleTarget) =>
    new TextDecoder().decode(await bundleProgram(program, import.meta.dirname, {}, target));

  it('a bundle for a browser excludes them', async () => {
    expect(await bundled()).not.toContain('UNABLE_TO_');
  });

  it.each([[['workerd', 'browser']], [['deno']], [['bun']], [['node', 'browser']], [[]]])(
    'a bundle with the conditions %j includes them',
    async (conditions) => {
      expect(await bundled({ platform: 'neutral', conditions })).toContain('UNABLE_TO_');
    },
  );
});

// Windows measures CPU time in steps of 16 ms.
it.skipIf(process.platform === 'win32')('the import of each client is within its CPU budget', () => {
  const specifiers = Object.values(programs).map(({ specifier }) => specifier);
  const { empty, over } = measureImports(specifiers, import.meta.dirname);
  // A slow machine takes longer for both.
  const budget = Math.max(importBudget, empty * importShare);
  for (const [specifier, milliseconds] of over) expect(milliseconds, specifier).toBeLessThanOrEqual(budget);
});
