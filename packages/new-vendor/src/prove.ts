import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import type { Method } from '@plumbline/repository/clients';
import { root } from '@plumbline/repository/repository';
import { serverOptions, type VendorClient } from '@plumbline/repository/vendor';
import { type Document, operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-path';
import { valueAt } from '@plumbline/spec-tools/document/pointer';
import { runRedocly } from '@plumbline/spec-tools/lint/run-redocly';
import { callOperations, isAnswered } from '@plumbline/spec-tools/mock/call-operations';
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import type { LeftOut } from './notes.ts';
import { Refusal } from './refusal.ts';
import { keysIn, methods } from './source.ts';
import type { Files } from './vendor-files.ts';

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

/**
 * Lints a spec by the rules of the house, and gives the operations that break one.
 *
 * @throws {Refusal} When what breaks a rule belongs to no operation.
 */
export async function lintSpec(file: string, document: Document): Promise<LeftOut[]> {
  const config = join(root, 'redocly.yaml');
  const { output } = await runRedocly(
    ['lint', file, '--config', config, '--format=json', '--max-problems=10000'],
    dirname(file),
  );
  const { problems } = readReport(output);
  return problems.flatMap(({ ruleId, message, location }) => {
    const [first, path = '', method = ''] = keysIn(location[0]?.pointer ?? '');
    const item = Object(valueAt(document, `/paths`))[path];
    if (first !== 'paths' || !item) throw new Refusal(`The spec breaks a rule at ${location[0]?.pointer}: ${message}`);
    const concerned =
      method in item && methods.includes(method as never) ? [method] : methods.filter((one) => item[one]);
    return concerned.map((one) => ({ method: one, path, reason: `The lint rule ${ruleId} refuses it: ${message}` }));
  });
}

/** Redocly prints its report, and words beside it. */
function readReport(output: string): { readonly problems: readonly Problem[] } {
  try {
    return JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
  } catch (cause) {
    throw new Error(`Redocly could not lint the spec:\n${output}`, { cause });
  }
}

/**
 * Compiles a package where it is, against the runtime of the repository, and its snippets. Gives the operations whose snippets do
 * not compile.
 *
 * @throws {Refusal} When the package does not compile.
 */
export function compilePackage(vendor: string, folder: string, document: Document): LeftOut[] {
  const config = join(folder, 'tsconfig.prove.json');
  const compilerOptions = {
    noEmit: true,
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: false,
    skipLibCheck: true,
    types: ['node'],
    paths: { [`@plumbline/${vendor}`]: ['./src/index.ts'] },
  };
  const include = ['src', '../../test/snippets'];
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8', cwd: folder });
  const errors = stdout.split('\n').filter((line) => /: error TS\d+: /.test(line));
  const snippets = new Map(operationsOf(document).map((one) => [`/${vendor}/${operationPath(one.id)}.ts`, one]));
  return errors.map((line) => {
    const [, file = ''] = /snippets(\/[^(]+)\(/.exec(line.replaceAll('\\', '/')) ?? [];
    const operation = snippets.get(file);
    if (!operation) throw new Refusal(`The package does not compile:\n${errors.slice(0, 5).join('\n')}`);
    const { method, path } = operation;
    return {
      method: method.toLowerCase(),
      path,
      reason: `A call with its examples does not compile: ${line.split(': ').at(-1)}`,
    };
  });
}

/** What a program weighs that imports a package which is not installed yet, in bytes of gzip. */
export async function weighProgram(program: string, specifier: string, folder: string): Promise<number> {
  return gzipSync(await bundleProgram(program, folder, { [specifier]: join(folder, 'src', 'index.ts') })).length;
}

/** Calls every operation through the package, against a mock of the spec, and gives those that are not answered with a success. */
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
    .filter((line) => !isAnswered(line))
    .map(({ operation, status }) => {
      const { method = '', path = '' } = operations.get(operation) ?? {};
      const why = reasons.find((reason) => reason.startsWith(`${vendor} ${operation}:`));
      const reason = why ?? `The mock answers ${status} to a request made of the spec's own examples.`;
      return { method: method.toLowerCase(), path, reason };
    });
}
