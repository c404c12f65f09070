import { join } from 'node:path';
import type { Document } from '@plumbline/spec-tools/document/document';
import { formatFolder } from './format-code.ts';
import type { LeftOut } from './notes.ts';
import { callAll, compilePackage, lintSpec, weighProgram, writeFiles } from './prove.ts';
import { Refusal } from './refusal.ts';
import { sharedEdits } from './shared-edits.ts';
import type { Source } from './source.ts';
import { reportOf } from './summary.ts';
import { type VendorFiles, vendorFiles } from './vendor-files.ts';
import { place } from './write-into-repository.ts';
import { type WrittenUp, writeUp } from './write-up.ts';

/** How often a spec is written again without the operations that proved not to be usable. */
const rounds = 5;

export interface NewVendor {
  readonly vendor: string;
  readonly source: Source;
  /** An empty folder in the root of the repository, where everything is written and proven first. */
  readonly stage: string;
  /** What is run when everything is in its place; if it throws, nothing is. */
  readonly finish: () => void;
}

/**
 * Adds a vendor to the repository, and gives what there is to say of it.
 *
 * @throws {Refusal} When that is not possible. The repository is as it was before.
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
  place({ stage: join(stage, 'ready'), added, edits, finish });
  return reportOf(vendor, source, written);
}

/** Writes the vendor's files to the stage, leaving out what does not pass: by lint, by the compiler, and by a call of each operation. */
async function writeAndProve(vendor: string, source: Source, stage: string) {
  const refused: LeftOut[] = [];
  for (let round = 0; round < rounds; round++) {
    const written = writeUp(vendor, source, refused);
    const document = written.document as unknown as Document;
    const folder = join(stage, `round-${round}`);
    const made = await vendorFiles(vendor, source, written);
    writeFiles(folder, made.files);
    const wrong = await lintSpec(join(folder, 'specs', vendor, 'openapi.yaml'), document);
    const place = join(folder, 'packages', vendor);
    if (wrong.length === 0) wrong.push(...compilePackage(vendor, place, document));
    if (wrong.length === 0) wrong.push(...(await callAll(vendor, document, made.parts.client, place)));
    if (wrong.length === 0) return { written, made: await finished(vendor, stage, folder, made, written) };
    const isNew = (one: LeftOut) => !refused.some(({ method, path }) => method === one.method && path === one.path);
    refused.push(
      ...wrong.filter((one, index) => isNew(one) && wrong.findIndex((other) => isSame(one, other)) === index),
    );
  }
  throw new Refusal(
    `${source.name}: no spec of it passed in ${rounds} tries; each left out what the one before failed at.`,
  );
}

function isSame(one: LeftOut, other: LeftOut): boolean {
  return one.method === other.method && one.path === other.path;
}

/** The files as they go into the repository: formatted, and with what is known of the vendor beside its spec. */
async function finished(vendor: string, stage: string, folder: string, made: VendorFiles, { auth }: WrittenUp) {
  const { parts, values } = made;
  const { factory = '', variable = '', call = '' } = values;
  const options = Object.keys(parts.client.mock).length === 0 ? '' : JSON.stringify(parts.client.mock);
  const program = [
    `import { ${factory} } from '@plumbline/${vendor}';`,
    `const ${variable} = ${factory}(${options});`,
    `console.log(await ${variable}.${call});`,
  ];
  const weight = await weighProgram(program.join('\n'), `@plumbline/${vendor}`, join(folder, 'packages', vendor));
  const isOAuth = auth.credentials.some(({ kind }) => kind === 'clientCredentials');
  const known = {
    clients: [parts.client],
    exports: [...(isOAuth ? ['TokenError'] : []), factory],
    // A little more than it is now, so that a word in a summary is no failure.
    smallest: { program, gzip: Math.ceil((weight + 150) / 50) * 50 },
  };
  const files = new Map(made.files).set(join('packages', vendor, 'vendor.json'), `${JSON.stringify(known, null, 2)}\n`);
  writeFiles(join(stage, 'ready'), files);
  formatFolder(join(stage, 'ready'));
  return made;
}
