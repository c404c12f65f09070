import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vendorFiles } from '@plumbline/new-vendor/client/vendor-files';
import { writeFiles } from '@plumbline/new-vendor/client/write-files';
import type { LeftOut } from '@plumbline/new-vendor/notes';
import { callPackage } from '@plumbline/new-vendor/prove/call-package';
import { readSource } from '@plumbline/new-vendor/read/read-source';
import { type WrittenUp, writeUp } from '@plumbline/new-vendor/write-up/write-up';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { root } from '@plumbline/repository/repository';
import type { Document } from '@plumbline/spec-tools/document/document';
import type { AnyClient, DocumentCase } from './document-case.ts';

/** A case whose files are written. */
export interface BuiltCase {
  readonly written: WrittenUp;
  /** The operations that the command would leave out, since a call with the examples of the spec fails. */
  readonly failed: readonly LeftOut[];
  /** Makes a client of the generated package. */
  readonly create: (options: object) => AnyClient;
}

/** Makes a folder for the packages of cases, within the repository, so that their imports resolve. */
export function createStage(): string {
  return mkdtempSync(join(root, '.new-vendor-cases-'));
}

/** Writes the packages of cases to a folder, and imports their clients. */
export async function buildCases(
  stage: string,
  cases: readonly DocumentCase[],
): Promise<ReadonlyMap<string, BuiltCase>> {
  const built = new Map<string, BuiltCase>();
  for (const { vendor, document, types } of cases) {
    const folder = join(stage, 'packages', vendor);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'openapi-source.yaml');
    const server =
      /^servers:/m.test(document) || /^swagger:/m.test(document) ? '' : '\nservers: [{ url: https://api.acme.test }]\n';
    writeFileSync(file, document + server);
    const source = await readSource(file);
    const written = writeUp(vendor, source);
    const { files, signIn } = await vendorFiles(vendor, source, written);
    writeFiles(stage, files);
    if (types)
      writeFileSync(
        join(folder, 'src', 'case.ts'),
        `import type * as api from './index.ts';\n${types}\nexport type Unused = typeof api;\n`,
      );
    const bundle = join(folder, 'client.mjs');
    writeFileSync(bundle, await bundleProgram(`export * from './src/index.ts';`, folder));
    const { [signIn.client.factory]: create } = await import(pathToFileURL(bundle).href);
    const failed = await callPackage(written.document as unknown as Document, signIn.client, folder, () => {});
    built.set(vendor, { written, failed, create });
  }
  return built;
}

/** Compiles the packages of cases with their types and snippets, all at once. Returns the errors by vendor. */
export function compileCases(stage: string): ReadonlyMap<string, readonly string[]> {
  const config = join(stage, 'tsconfig.json');
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
      readdirSync(join(stage, 'packages')).map((vendor) => [
        `@plumbline/${vendor}`,
        [`./packages/${vendor}/src/index.ts`],
      ]),
    ),
  };
  const include = ['packages/*/src', 'test/snippets'];
  writeFileSync(config, JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include }));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--project', config], { encoding: 'utf8', cwd: stage });
  const errors = new Map<string, string[]>();
  for (const line of stdout.split('\n').filter((one) => /error TS\d+: /.test(one))) {
    const [, vendor = 'unknown'] = /(?:packages|snippets)\/([^/]+)\//.exec(line.replaceAll('\\', '/')) ?? [];
    errors.set(vendor, [...(errors.get(vendor) ?? []), line]);
  }
  return errors;
}
