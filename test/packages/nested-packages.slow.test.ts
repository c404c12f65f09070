/** A library that exports what a client returns has declarations, also where an installer nests packages instead of hoisting them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { operationsOf } from '@plumbline/spec-tools/document/document';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { exampleInput, inputSource } from '@plumbline/spec-tools/generate/example-input';
import { clientsOf, operationsIn } from '@plumbline/spec-tools/generate/operation-tree';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'nested-'));
const compilers = [root, join(root, 'packages', 'spec-tools')].map((base) => [
  createRequire(join(base, 'package.json'))('typescript/package.json').version as string,
  join(dirname(createRequire(join(base, 'package.json')).resolve('typescript/package.json')), 'bin', 'tsc'),
]);

/** Copies a package as it is published, and the packages below it. */
function install(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const name of ['package.json', 'dist']) cpSync(join(source, name), join(target, name), { recursive: true });
}

beforeAll(() => {
  const runtimeManifest = join(root, 'packages', 'runtime', 'package.json');
  const [dependency = ''] = Object.keys(JSON.parse(readFileSync(runtimeManifest, 'utf8')).dependencies);
  const openapiFetch = dirname(dirname(createRequire(runtimeManifest).resolve(dependency)));
  const helpers = dirname(
    createRequire(join(openapiFetch, 'index.js')).resolve('openapi-typescript-helpers/package.json'),
  );
  for (const vendor of vendors) {
    const target = join(folder, 'node_modules', '@plumbline', vendor);
    const runtime = join(target, 'node_modules', '@plumbline', 'runtime');
    install(join(root, 'packages', vendor), target);
    install(join(root, 'packages', 'runtime'), runtime);
    cpSync(openapiFetch, join(runtime, 'node_modules', dependency), { recursive: true });
    const nested = join(runtime, 'node_modules', dependency, 'node_modules', 'openapi-typescript-helpers');
    cpSync(helpers, nested, { recursive: true });
    writeFileSync(join(folder, `${vendor}.ts`), libraryOf(vendor));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A library that exports every value which its author may keep: clients, groups, methods, calls, responses, results. */
function libraryOf(vendor: string): string {
  const document = readSpec(vendor);
  const clients = clientsOf(vendor, document, operationsOf(document));
  const lines = clients.flatMap(({ name, tree }, index) => {
    const factory = readVendor(vendor).clients[index]?.factory ?? '';
    const [group = ''] = Object.keys(tree);
    return [
      `import { ${factory}, isApiError as guard${index} } from '@plumbline/${vendor}';`,
      `const client${index} = ${factory}({} as never);`,
      `export const ${name} = client${index}, api${index} = client${index}.api, group${index} = client${index}.${group};`,
      `export const isApiError${index} = guard${index};`,
      ...operationsIn(tree).flatMap((operation, at) => {
        const method = `client${index}.${operation.id.replaceAll('/', '.')}`;
        const call = `call${index}x${at}`;
        return [
          `export const method${call} = ${method};`,
          `export const ${call} = ${method}(${inputSource(exampleInput(document, operation))});`,
          `export const body${call} = await ${call}, result${call} = await ${call}.result();`,
        ];
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}

it.each(compilers)('TypeScript %s emits declarations of a library that uses nested packages', (version, tsc) => {
  const out = join(folder, `dist-${version}`);
  const compilerOptions = {
    ...{ declaration: true, emitDeclarationOnly: true, strict: true, exactOptionalPropertyTypes: true, outDir: out },
    ...{ target: 'es2022', module: 'nodenext', lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] },
  };
  const path = join(folder, `tsconfig.${version}.json`);
  writeFileSync(path, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const { stdout } = spawnSync(process.execPath, [tsc ?? '', '--project', path], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toBe('');
  for (const vendor of vendors) {
    const declarations = readFileSync(join(out, `${vendor}.d.ts`), 'utf8');
    expect(declarations).toMatch(
      /api0: import\("@plumbline\/[\w-]+"\)\.Api<import\("@plumbline\/[\w-]+"\)\.(paths|\w+Paths)>/,
    );
    expect(declarations).not.toMatch(/openapi-fetch|runtime|\bany\b/);
  }
});
