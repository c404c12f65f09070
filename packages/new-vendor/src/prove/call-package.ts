import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import type { VendorClient } from '@plumbline/repository/vendor';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import type { LeftOut } from '../notes.ts';
import type { Progress } from '../progress.ts';
import { type Create, createCaller } from './create-caller.ts';

/** The gzipped bytes of a program that imports a module of a package which is not installed yet. */
export async function weighProgram(program: string, specifier: string, module: string): Promise<number> {
  return gzipSync(await bundleProgram(program, dirname(module), { [specifier]: module })).length;
}

/** Calls every operation through a package, with the examples of its spec. Returns those whose call fails. */
export async function callPackage(
  document: Document,
  client: VendorClient,
  folder: string,
  progress: Progress,
): Promise<LeftOut[]> {
  const call = createCaller(document, client, await importFactory(client.factory, folder));
  const operations = operationsOf(document);
  const failed: LeftOut[] = [];
  for (const [index, operation] of operations.entries()) {
    progress('calls', index + 1, operations.length);
    // Calls in this process take only microtasks, in which no signal is seen.
    await setImmediate();
    const problem = await call(operation);
    if (problem === undefined) continue;
    const { method, path } = operation;
    failed.push({ method: method.toLowerCase(), path, reason: `A call with its examples fails: ${problem}` });
  }
  return failed;
}

/** Imports the factory of a client from the sources of its package. */
export async function importFactory(name: string, folder: string): Promise<Create> {
  const file = join(folder, 'client.mjs');
  writeFileSync(file, await bundleProgram(`export * from './src/index.ts';`, folder));
  const module = await import(pathToFileURL(file).href);
  return module[name];
}
