import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
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
export function compilePackages(folder: string, documents: ReadonlyMap<string, Document>): LeftOut[] {
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
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8', cwd: folder });
  const errors = stdout.split('\n').filter((line) => /error TS\d+: /.test(line));
  const snippets = new Map<string, Operation>(
    [...documents].flatMap(([vendor, document]) =>
      operationsOf(document).map((one): [string, Operation] => [`/${vendor}/${operationPath(one.id)}.ts`, one]),
    ),
  );
  return errors.map((line) => {
    const [, file = ''] = /snippets(\/[^(]+)\(/.exec(line.replaceAll('\\', '/')) ?? [];
    const operation = snippets.get(file);
    if (!operation) throw new Refusal(`The package does not compile:\n${errors.slice(0, 5).join('\n')}`);
    const { method, path } = operation;
    const reason = `A call with its examples does not compile: ${line.split(': ').at(-1)}`;
    return { method: method.toLowerCase(), path, reason };
  });
}
