/** The size of a client in a bundle, and what its import loads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BundleTarget, bundleProgram } from '@plumbline/repository/bundle-program';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { describe, expect, it } from 'vitest';
import { readImportCost } from './import-cost.ts';
import { measureSize, programs } from './measure-size.ts';

/** Maximum size of the modules that an import loads, in bytes. The bench holds its CPU time, which depends on the machine. */
const importBudget = 129_450;
/** The same for each operation beyond the first hundred. Node loads all of a package. */
const importBudgetOfOperation = 400;
/** The features of the runtime, which Node loads whole where a package imports one of them. */
const featuresBudget = readImportCost('@plumbline/runtime/features', import.meta.dirname).bytes;

// The aims are lower: 16,900 for magicbell, 17,800 for magnetiq, 16,800 for magnify and 15,700 for mx-audience.
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

it.each(vendors)('the import of the package of %s loads little code, and no further module of Node', (vendor) => {
  const { bytes, builtins } = readImportCost(`@plumbline/${vendor}`, import.meta.dirname);
  const further = Math.max(0, operationsOf(readSpec(vendor)).length - 100);
  expect(bytes).toBeGreaterThan(10_000);
  const source = join(root, 'packages', vendor, 'src');
  const hasFeatures = readdirSync(source, { recursive: true, encoding: 'utf8' }).some(
    (path) =>
      path.endsWith('.ts') && readFileSync(join(source, path), 'utf8').includes("from '@plumbline/runtime/features'"),
  );
  const features = hasFeatures ? featuresBudget : 0;
  expect(bytes).toBeLessThanOrEqual(importBudget + features + further * importBudgetOfOperation);
  expect(builtins).toEqual([]);
});

it('the cost of an import names the modules of Node that it loads', () => {
  expect(readImportCost('node:http2', import.meta.dirname).builtins).toContain('NativeModule http2');
});
