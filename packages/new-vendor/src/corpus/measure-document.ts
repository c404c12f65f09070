/**
 * A program that takes one document to a client in a folder, and prints what it took and what came out, as JSON:
 * `node measure-document.ts <document> <folder> [--lint] [--compile] [--call]`. The folder is outside of the repository.
 */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import { vendorFiles } from '../client/vendor-files.ts';
import { writeFiles } from '../client/write-files.ts';
import { type LeftOut, Refusal } from '../notes.ts';
import { callPackage } from '../prove/call-package.ts';
import { compilePackages } from '../prove/compile-packages.ts';
import { lintSpec } from '../prove/lint-spec.ts';
import { readSource } from '../read/read-source.ts';
import { methods, type Node, type Source } from '../read/source.ts';
import { type WrittenUp, writeUp } from '../write-up/write-up.ts';
import type { Measured } from './measured.ts';

const [file = '', folder = '', ...options] = process.argv.slice(2);
const vendor = 'acme';

let source: Source | undefined;
try {
  source = await readSource(file);
  let written = writeUp(vendor, source);
  const failed = await prove(source, written);
  if (failed.length > 0) written = writeUp(vendor, source, failed);
  print({
    operations: written.taken.length + written.notes.leftOut.length,
    methods: written.taken.length,
    ...countSecured(source, written),
    open: Object.fromEntries(written.notes.leftOpen),
    reasons: countReasons(written.notes.leftOut),
  });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  const operations = source ? countOperations(source) : 0;
  print({
    operations,
    methods: 0,
    secured: 0,
    withCredentials: 0,
    open: {},
    reasons: {},
    refused: error.message.split('\n').slice(0, 2).join(' '),
  });
}

/** Generates the client, and with options lints, compiles and calls it. Returns the operations that fail. */
async function prove(source: Source, written: WrittenUp): Promise<LeftOut[]> {
  const document = written.document as unknown as Document;
  const { files, signIn } = await vendorFiles(vendor, source, written);
  writeFiles(folder, files);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const failed: LeftOut[] = [];
  if (options.includes('--lint'))
    failed.push(...(await lintSpec(join(folder, 'specs', vendor, 'openapi.yaml'), document, written.notes)));
  if (options.includes('--compile')) failed.push(...(await compilePackages(folder, new Map([[vendor, document]]))));
  if (options.includes('--call'))
    failed.push(...(await callPackage(document, signIn.client, join(folder, 'packages', vendor), () => {})));
  return onlyFirst(failed);
}

/** The first reason of each operation. */
function onlyFirst(failed: readonly LeftOut[]): LeftOut[] {
  return [...new Map([...failed].reverse().map((one) => [`${one.method} ${one.path}`, one])).values()].reverse();
}

/** Counts the methods of operations that ask for credentials, and those whose client sends all of an alternative, or needs none. */
function countSecured({ document }: Source, { document: spec, taken }: WrittenUp) {
  const asking = taken.filter(({ method, path }) => {
    const asked: Node[] = document.paths[path]?.[method]?.security ?? document.security ?? [];
    return asked.length > 0 && asked.every((one) => Object.keys(one).length > 0);
  });
  const unsent = asking.filter(({ method, path }) => !(Object(spec.paths[path]?.[method]).security?.length > 0));
  return { secured: asking.length, withCredentials: taken.length - unsent.length };
}

function countOperations({ document }: Source): number {
  const items = Object.values<Node>(document.paths);
  return items.reduce((sum, item) => sum + methods.filter((method) => item?.[method]).length, 0);
}

function countReasons(leftOut: readonly LeftOut[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of leftOut) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function print(result: Measured): void {
  console.log(JSON.stringify(result));
}
