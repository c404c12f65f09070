import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import type { Method } from '@plumbline/repository/clients';
import { serverOptions, type VendorClient } from '@plumbline/repository/vendor';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { callOperations, isSuccess } from '@plumbline/spec-tools/mock/call-operations';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import type { LeftOut } from '../notes.ts';

/** The gzipped bytes of a program that imports a package which is not installed yet. */
export async function weighProgram(program: string, specifier: string, folder: string): Promise<number> {
  return gzipSync(await bundleProgram(program, folder, { [specifier]: join(folder, 'src', 'index.ts') })).length;
}

/** Calls every operation through the package, against a mock of the spec. Returns those that do not succeed. */
export async function callAll(
  vendor: string,
  document: Document,
  client: VendorClient,
  folder: string,
): Promise<LeftOut[]> {
  const file = join(folder, `client-${operationsOf(document).length}.mjs`);
  writeFileSync(file, await bundleProgram(`export * from './src/index.ts';`, folder));
  const module = await import(pathToFileURL(file).href);
  const reasons: string[] = [];
  const lines = await callOperations({
    documents: new Map([[vendor, document]]),
    startMock: () => startMock(document),
    methodsOf: (_, { baseUrl }) => {
      const made = module[client.factory]({ ...client.mock, retry: false, ...serverOptions(client, baseUrl) });
      return (id) => id.split('/').reduce<unknown>((node, name) => Object(node)[name], made) as Method;
    },
    onLine: () => {},
    onFailure: (reason) => reasons.push(reason),
  });
  const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));
  return lines
    .filter((line) => !isSuccess(line))
    .map(({ operation, status }) => {
      const { method = '', path = '' } = operations.get(operation) ?? {};
      const why = reasons.find((reason) => reason.startsWith(`${vendor} ${operation}:`));
      const reason = why ?? `The mock responds ${status} to a request made from the examples of the spec.`;
      return { method: method.toLowerCase(), path, reason };
    });
}
