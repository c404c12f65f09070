import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { countOf, type VendorFiles, vendorFiles } from './client/vendor-files.ts';
import { formatFolder, writeFiles } from './client/write-files.ts';
import { type LeftOut, Refusal } from './notes.ts';
import { callAll, weighProgram } from './prove/call-package.ts';
import { compilePackages } from './prove/compile-packages.ts';
import { lintSpec } from './prove/lint-spec.ts';
import type { Source } from './read/source.ts';
import { sharedEdits } from './repository/shared-edits.ts';
import { moveIntoRepository } from './repository/write-into-repository.ts';
import { type WrittenUp, writeUp } from './write-up/write-up.ts';

/** How many times the spec is written. Each round leaves out the operations that failed in the round before. */
const rounds = 5;

export interface NewVendor {
  readonly vendor: string;
  readonly source: Source;
  /** An empty folder in the root of the repository. Everything is written and tested there first. */
  readonly stage: string;
  /** Runs when all files are in the repository. If it throws, they are removed. */
  readonly finish: () => void;
}

/**
 * Adds a vendor to the repository. Returns what to tell the person who added it.
 *
 * @throws {Refusal} When the vendor cannot be added. The repository is unchanged.
 */
export async function addVendor({ vendor, source, stage, finish }: NewVendor): Promise<string> {
  const { written, made } = await writeAndProve(vendor, source, stage);
  const document = written.document as unknown as Document;
  const edits = sharedEdits(vendor, document, made);
  const added = [
    join('specs', vendor),
    join('packages', vendor),
    join('test', 'snippets', vendor),
    join('.changeset', `add-${vendor}.md`),
  ];
  moveIntoRepository({ stage: join(stage, 'ready'), added, edits, finish });
  return describeAddition(vendor, source, written);
}

/** Writes the vendor's files to the stage. Leaves out operations that fail lint, the compiler, or a call against the mock. */
async function writeAndProve(vendor: string, source: Source, stage: string) {
  const refused: LeftOut[] = [];
  for (let round = 0; round < rounds; round++) {
    const written = writeUp(vendor, source, refused);
    const document = written.document as unknown as Document;
    const folder = join(stage, `round-${round}`);
    const made = await vendorFiles(vendor, source, written);
    writeFiles(folder, made.files);
    const failed = await lintSpec(join(folder, 'specs', vendor, 'openapi.yaml'), document);
    const packageFolder = join(folder, 'packages', vendor);
    if (failed.length === 0) failed.push(...compilePackages(folder, new Map([[vendor, document]])));
    if (failed.length === 0) failed.push(...(await callAll(vendor, document, made.signIn.client, packageFolder)));
    if (failed.length === 0) return { written, made: await writeFinalFiles(vendor, stage, folder, made, written) };
    const isNew = (one: LeftOut) => !refused.some(({ method, path }) => method === one.method && path === one.path);
    refused.push(
      ...failed.filter((one, index) => isNew(one) && failed.findIndex((other) => isSame(one, other)) === index),
    );
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
  const { signIn, values } = made;
  const { factory = '', variable = '', call = '' } = values;
  const options = Object.keys(signIn.client.mock).length === 0 ? '' : JSON.stringify(signIn.client.mock);
  const program = [
    `import { ${factory} } from '@plumbline/${vendor}';`,
    `const ${variable} = ${factory}(${options});`,
    `console.log(await ${variable}.${call});`,
  ];
  const weight = await weighProgram(program.join('\n'), `@plumbline/${vendor}`, join(folder, 'packages', vendor));
  const isOAuth = auth.credentials.some(({ kind }) => kind === 'clientCredentials');
  const known = {
    clients: [signIn.client],
    exports: [...(isOAuth ? ['TokenError'] : []), factory],
    // Some room, so that a small change does not fail the weight test.
    smallest: { program, gzip: Math.ceil((weight + 150) / 50) * 50 },
  };
  const files = new Map(made.files).set(join('packages', vendor, 'vendor.json'), `${JSON.stringify(known, null, 2)}\n`);
  writeFiles(join(stage, 'ready'), files);
  formatFolder(join(stage, 'ready'));
  return made;
}

/** Says what the new vendor has, what it lacks, and what to do next. */
function describeAddition(vendor: string, source: Source, { taken, notes }: WrittenUp): string {
  const reasons = new Map<string, number>();
  for (const { reason } of notes.leftOut) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const leftOut = [...reasons].sort((one, other) => other[1] - one[1]).slice(0, 10);
  const lines = [
    `Added ${vendor} with ${countOf(taken.length)} of ${source.name}.`,
    ...(notes.leftOut.length > 0 ? [`Left out ${notes.leftOut.length}:`] : []),
    ...leftOut.map(([reason, count]) => `  ${count} × ${reason}`),
    ...(reasons.size > leftOut.length ? [`  and ${reasons.size - leftOut.length} other reasons.`] : []),
    ...notes.leftForYou.map((text) => `To do: ${text}`),
    `specs/${vendor}/README.md lists everything. Run \`npm test\`, then continue with "Add a vendor" in CONTRIBUTING.md.`,
  ];
  return lines.join('\n');
}
