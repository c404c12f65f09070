import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { runProgram } from '@plumbline/repository/run-program';
import { type Document, type Operation, operationsOf } from '@plumbline/spec-tools/document/document';
import { operationPath } from '@plumbline/spec-tools/document/operation-id';
import { type LeftOut, Refusal } from '../notes.ts';

/**
 * Compiles the packages and snippets of new vendors below a folder, all at once, against the runtime of the repository. Returns the
 * operations whose snippets do not compile.
 *
 * @param documents The specs by vendor.
 * @throws {Refusal} When a package does not compile.
 */
export async function compilePackages(folder: string, documents: ReadonlyMap<string, Document>): Promise<LeftOut[]> {
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
    paths: Object.fromEntries(
      [...documents.keys()].map((vendor) => [`@plumbline/${vendor}`, [`./packages/${vendor}/src/index.ts`]]),
    ),
  };
  const include = ['packages/*/src', 'test/snippets'];
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, signal, stdout, stderr } = await runProgram(process.execPath, [tsc, '--project', config], {
    cwd: folder,
  });
  const errors = stdout.split('\n').filter((line) => /error TS\d+: /.test(line));
  // Such as one that has too little memory.
  if (status !== 0 && errors.length === 0)
    throw new Error(`The compiler ended with ${signal ?? `status ${status}`}, without an error:\n${stdout}${stderr}`);
  const snippets = new Map<string, Operation>(
    [...documents].flatMap(([vendor, document]) =>
      operationsOf(document).map((one): [string, Operation] => [`/${vendor}/${operationPath(one.id)}.ts`, one]),
    ),
  );
  const failed = errors.map((line): LeftOut | string => {
    const [, file = ''] = /snippets(\/[^(]+)\(/.exec(line.replaceAll('\\', '/')) ?? [];
    const operation = snippets.get(file);
    if (!operation) return line;
    const { method, path } = operation;
    const reason = `A call with its examples does not compile: ${line.replace(/^.*?error TS\d+: /, '')}`;
    return { method: method.toLowerCase(), path, reason };
  });
  const leftOut = failed.filter((one) => typeof one !== 'string');
  // The test of a client and the example of its README have a call that is a snippet, too.
  const isCall = (line: string) => /\b(client\.test|example)\.ts\(/.test(line);
  const ofPackages = failed
    .filter((one) => typeof one === 'string')
    .filter((one) => leftOut.length === 0 || !isCall(one));
  if (ofPackages.length > 0) throw new Refusal(`The package does not compile:\n${ofPackages.slice(0, 5).join('\n')}`);
  return leftOut;
}
