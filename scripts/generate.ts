/**
 * `npm run generate` writes the generated files of every vendor, and the tables and the size of its README, from its bundled spec.
 *
 * `--check` writes nothing, names the stale files, and exits 1 if there are any.
 * `--output <folder>` writes to another folder than `packages/`.
 */
import { join, relative } from 'node:path';
import { readOptions } from '@plumbline/repository/read-options';
import { root, vendors } from '@plumbline/repository/repository';
import { staleFiles, writeFiles } from '@plumbline/repository/write-files';
import { generatedFiles } from '@plumbline/spec-tools/generate/generated-files';

const { check, output } = readOptions({
  check: { type: 'boolean', default: false },
  output: { type: 'string', default: join(root, 'packages') },
});

if (!output) {
  console.error('--output needs the name of a folder.');
  process.exit(1);
}

// Nothing is written unless everything could be generated.
const files = (await Promise.all(vendors.map((vendor) => generatedFiles(vendor, output)))).flat();
const changed = check ? staleFiles(files).map(({ path }) => relative(root, path)) : writeFiles(files).changed;
for (const path of changed) console.log(`${check ? 'stale' : 'wrote'} ${path}`);
if (changed.length === 0) console.log(`The generated files of ${vendors.length} vendors are up to date.`);
if (changed.length > 0 && check) {
  console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
