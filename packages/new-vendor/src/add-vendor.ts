import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { writeSize } from '@plumbline/spec-tools/generate/generated-files';
import { type VendorFiles, vendorFiles, writeYaml } from './client/vendor-files.ts';
import { formatFolder, writeFiles } from './client/write-files.ts';
import { describeAddition } from './describe-addition.ts';
import { type LeftOut, Refusal } from './notes.ts';
import type { Progress } from './progress.ts';
import { callPackage, weighProgram } from './prove/call-package.ts';
import { compilePackages } from './prove/compile-packages.ts';
import { lintSpec } from './prove/lint-spec.ts';
import type { Source } from './read/source.ts';
import { sharedEdits } from './repository/shared-edits.ts';
import { moveIntoRepository } from './repository/write-into-repository.ts';
import { type WrittenUp, writeUp } from './write-up/write-up.ts';

/** How often operations that fail are left out. One that is left out can change the names of others, so the rest is tested again. */
const rounds = 5;

export interface NewVendor {
  readonly vendor: string;
  readonly source: Source;
  /** An empty folder in the root of the repository. Everything is written and tested there first. */
  readonly stage: string;
  /** Runs when all files are in the repository, and returns what else to tell. If it throws or is interrupted, they are removed. */
  readonly finish: () => Promise<string>;
  /** Receives each step, and how many operations it is through. */
  readonly progress: Progress;
}

/**
 * Adds a vendor to the repository. Returns what to tell the person who added it.
 *
 * @throws {Refusal} When the vendor cannot be added. The repository is unchanged.
 */
export async function addVendor(newVendor: NewVendor): Promise<string> {
  const { vendor, source, stage, finish, progress } = newVendor;
  const { folder, written, made } = await writeAndProve(newVendor);
  progress('format');
  await writeFinalFiles(vendor, stage, folder, made, written);
  const document = written.document as unknown as Document;
  const edits = sharedEdits(vendor, document, made);
  const added = [
    join('specs', vendor),
    join('packages', vendor),
    join('test', 'snippets', vendor),
    join('.changeset', `add-${vendor}.md`),
  ];
  releaseMemory();
  progress('install');
  const result = await moveIntoRepository({ vendor, stage: join(stage, 'ready'), added, edits, finish });
  return `${describeAddition(vendor, source, written)}\n${result}`.trimEnd();
}

/** Writes the vendor's files to the stage. Leaves out operations that fail lint, the compiler, or a call of the client. */
async function writeAndProve({ vendor, source, stage, progress }: NewVendor) {
  const refused: LeftOut[] = [];
  for (let round = 0; round < rounds; round++) {
    progress('write up');
    const written = writeUp(vendor, source, refused);
    const document = written.document as unknown as Document;
    const folder = join(stage, `round-${round}`);
    progress('lint');
    const spec = join('specs', vendor, 'openapi.yaml');
    writeFiles(folder, new Map([[spec, writeYaml(document)]]));
    releaseMemory();
    const failed = await lintSpec(join(folder, spec), document, written.notes);
    if (failed.length === 0) {
      progress('generate');
      const made = await vendorFiles(vendor, source, written);
      writeFiles(folder, made.files);
      releaseMemory();
      progress('compile');
      failed.push(...(await compilePackages(folder, new Map([[vendor, document]]))));
      failed.push(...(await callPackage(document, made.signIn.client, join(folder, 'packages', vendor), progress)));
      if (failed.length === 0) return { folder, written, made };
    }
    // Each is left out once, for the first reason that was found.
    refused.push(...failed.filter((one, index) => failed.findIndex((other) => isSame(one, other)) === index));
  }
  throw new Refusal(
    `${source.name}: the spec still fails after ${rounds} rounds that each left out the failing operations.`,
  );
}

function isSame(one: LeftOut, other: LeftOut): boolean {
  return one.method === other.method && one.path === other.path;
}

/** Writes the final files: formatted, and with vendor.json. */
async function writeFinalFiles(vendor: string, stage: string, folder: string, made: VendorFiles, { auth }: WrittenUp) {
  const { signIn, values, code } = made;
  const { factory = '', variable = '', call = '' } = values;
  const { specifier, source, create } = code.smallest;
  const options = Object.keys(signIn.client.mock).length === 0 ? '' : JSON.stringify(signIn.client.mock);
  const names = [create.split('(')[0], values.selected].filter((name) => name !== undefined);
  const program = [
    `import { ${names.join(', ')} } from '${specifier}';`,
    `const ${variable} = ${create}${options});`.replace(', );', ');'),
    `console.log(await ${variable}.${call});`,
  ];
  const packageFolder = join('packages', vendor);
  const weight = await weighProgram(program.join('\n'), specifier, join(folder, packageFolder, source));
  const isOAuth = auth.credentials.some(({ kind }) => kind === 'clientCredentials');
  const known = {
    clients: [signIn.client],
    exports: [...(values.pageExport ? ['PaginationError'] : []), ...(isOAuth ? ['TokenError'] : []), factory],
    // Some room, so that a small change does not fail the weight test.
    smallest: { program, gzip: Math.ceil((weight + 150) / 50) * 50 },
  };
  const readme = join(packageFolder, 'README.md');
  const files = new Map(made.files)
    .set(join(packageFolder, 'vendor.json'), `${JSON.stringify(known, null, 2)}\n`)
    .set(readme, writeSize(made.files.get(readme) ?? '', known.smallest.gzip));
  writeFiles(join(stage, 'ready'), files);
  releaseMemory();
  await formatFolder(join(stage, 'ready'));
}

/**
 * Gives back the memory of the steps before another program starts, which needs it. Without it, a document of 1,200 operations keeps 1 GB
 * that is free. Needs Node's `--expose-gc`, which `npm run new-vendor` sets.
 */
function releaseMemory(): void {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
