/** The size of the sandbox in a bundle, of its data, and what neither may need. */
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { expect, it } from 'vitest';
import { measureSize } from './measure-size.ts';

const engine = `import { createSandbox } from '@plumbline/sandbox'; console.log(createSandbox);`;
/** Maximum size of `createSandbox` with its dependency, in bytes after gzip. The aim is 14,000; the dependency alone has 6,300. */
const engineBudget = 26_250;
/** Maximum size of the data of a vendor, in bytes after gzip: for up to 50 operations, and for each more. */
const dataBudget = { base: 25_000, each: 500 };

it('the engine of the sandbox is within its size budget', async () => {
  const { gzip } = await measureSize(engine, import.meta.dirname);
  expect(gzip).toBeGreaterThan(engineBudget / 2);
  expect(gzip).toBeLessThanOrEqual(engineBudget);
});

it.each(vendors)('the data of %s are within their size budget', async (vendor) => {
  const program = `import data from '@plumbline/spec-${vendor}/sandbox'; console.log(data);`;
  const { gzip } = await measureSize(program, import.meta.dirname);
  expect(gzip).toBeGreaterThan(1000);
  const more = Math.max(0, operationsOf(readSpec(vendor)).length - 50);
  expect(gzip).toBeLessThanOrEqual(dataBudget.base + more * dataBudget.each);
});

it('the engine generates no code, and uses nothing of Node', async () => {
  const code = new TextDecoder().decode(await bundleProgram(engine, import.meta.dirname));
  expect(code.length).toBeGreaterThan(20_000);
  expect(code).not.toMatch(/\beval\(|\bnew Function\b|\bFunction\(|node:|\bprocess\.|\bBuffer\b/);
});
