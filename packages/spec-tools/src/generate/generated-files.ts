import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import type { WrittenFile } from '@plumbline/repository/write-files';
import type { Document } from '../document/document.ts';
import { readSpec } from '../document/read-spec.ts';
import { generateTypes } from './operation-types.ts';
import { generateOperations, hasSelection } from './operations.ts';
import { generateSchema } from './schema.ts';
import { generateSelection } from './selection.ts';
import { typeNamesOf } from './type-names.ts';

/** The files of `src/generated/` by their names. */
export async function generateCode(vendor: string, document: Document): Promise<Readonly<Record<string, string>>> {
  const notice = `// Generated from specs/${vendor}/openapi.yaml by \`npm run generate\`. Edit the spec, not this file.\n\n`;
  const names = typeNamesOf(vendor, document);
  const schema = await generateSchema(document, names);
  return {
    'schema.ts': notice + schema,
    'types.ts': notice + generateTypes(document, schema, names),
    'operations.ts': notice + generateOperations(vendor, document, names),
    ...(hasSelection(document) &&
      Object.fromEntries(
        Object.entries(generateSelection(vendor, document, names)).map(([name, text]) => [name, notice + text]),
      )),
  };
}

/**
 * The generated files of a vendor's package: `src/generated/` from its spec, and the README with its size.
 *
 * @param output The folder of the packages.
 */
export async function generatedFiles(vendor: string, output: string = join(root, 'packages')): Promise<WrittenFile[]> {
  const document = readSpec(vendor);
  const folder = join(output, vendor, 'src', 'generated');
  const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
  return [
    ...Object.entries(await generateCode(vendor, document)).map(([name, text]) => ({ path: join(folder, name), text })),
    { path: join(output, vendor, 'README.md'), text: writeSize(readme, readVendor(vendor).smallest.gzip) },
  ];
}

/** A README whose sentence about size, if it has one, names the limit of its `vendor.json`, rounded up: `at most 12.4 kB of gzip`. */
export function writeSize(readme: string, bytes: number): string {
  return readme.replace(/at most [\d.]+ kB of gzip/, `at most ${(Math.ceil(bytes / 100) / 10).toFixed(1)} kB of gzip`);
}
