/**
 * `npm run generate`: writes the generated files of every vendor from its bundled spec, and the tables of its README.
 *
 * `--check` writes nothing, says which files are stale, and exits 1 if any is.
 * `--output <folder>` takes another folder than `packages/`.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readOptions } from '@plumbline/repository/read-options';
import { root, vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { generateOperations } from '@plumbline/spec-tools/generate/operations';
import { generateReadme } from '@plumbline/spec-tools/generate/readme';
import { generateSchema } from '@plumbline/spec-tools/generate/schema';

const { check, output } = readOptions({
  check: { type: 'boolean', default: false },
  output: { type: 'string', default: join(root, 'packages') },
});

if (!output) {
  console.error('--output needs the name of a folder.');
  process.exit(1);
}

// Everything is generated before anything is written.
const files: { path: string; text: string }[] = [];
for (const vendor of vendors) {
  const document = readSpec(vendor);
  const folder = join(output, vendor, 'src', 'generated');
  const notice = `// Generated from specs/${vendor}/openapi.yaml by \`npm run generate\`. Edit the spec, not this file.\n\n`;
  files.push({ path: join(folder, 'schema.ts'), text: notice + (await generateSchema(document)) });
  files.push({ path: join(folder, 'operations.ts'), text: notice + generateOperations(vendor, document) });
  const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
  files.push({ path: join(output, vendor, 'README.md'), text: generateReadme(readme, document) });
}

const stale = files.filter(({ path, text }) => contentOf(path) !== text);
for (const { path, text } of stale) {
  if (!check) writeWhole(path, text);
  console.log(`${check ? 'stale' : 'wrote'} ${relative(root, path)}`);
}
if (stale.length === 0) console.log(`The generated files of ${vendors.length} vendors are up to date.`);
if (stale.length > 0 && check) {
  console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
  } catch {
    return undefined;
  }
}

function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
