/** A client with one call costs the same for an API of 36 operations and for one of 1,200. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { vendorFiles } from '@plumbline/new-vendor/client/vendor-files';
import { writeFiles } from '@plumbline/new-vendor/client/write-files';
import { largeDocument } from '@plumbline/new-vendor/write-up/large-document';
import { writeUp } from '@plumbline/new-vendor/write-up/write-up';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { root } from '@plumbline/repository/repository';
import { afterAll, expect, it } from 'vitest';

const stage = mkdtempSync(join(root, '.new-vendor-large-'));
afterAll(() => rmSync(stage, { recursive: true, force: true }));

const call = "console.log(await large.resourceA.get({ id: '1' }));";
const whole = `import { createLarge } from './index.ts'; const large = createLarge({ apiKey: 'k' }); ${call}`;
const selected = `import { createLargeWith, resourceAGet } from './operations.ts';
const large = createLargeWith({ resourceA: { get: resourceAGet } }, { apiKey: 'k' }); ${call}`;

/** The package of a document of some operations, as the size of programs that use it. */
async function packageOf(operations: number) {
  const source = largeDocument(operations);
  const { files } = await vendorFiles('large', source, writeUp('large', source));
  const folder = join(stage, String(operations));
  writeFiles(folder, files);
  return async (program: string) =>
    gzipSync(await bundleProgram(program, join(folder, 'packages', 'large', 'src'))).length;
}

it('a program with one call costs at most 100 bytes more for 1,200 operations than for 36', async () => {
  const small = await (await packageOf(36))(whole);
  const [medium = 0, large = 0] = [await (await packageOf(300))(selected), await (await packageOf(1200))(selected)];
  // A program whose imports do not resolve is small.
  expect(medium).toBeGreaterThan(5000);
  expect(medium - small).toBeLessThan(100);
  expect(Math.abs(large - medium)).toBeLessThan(100);
}, 600_000);

it('a program that makes a client of all operations has them all', async () => {
  const sizeOf = await packageOf(300);
  expect((await sizeOf(whole)) - (await sizeOf(selected))).toBeGreaterThan(1000);
}, 600_000);

it('a program that imports only an error of a large API has no client', async () => {
  const sizeOf = await packageOf(300);
  const size = await sizeOf("import { ApiError } from './index.ts'; console.log(ApiError);");
  expect(size).toBeGreaterThan(300);
  expect(size).toBeLessThan(2000);
}, 600_000);
