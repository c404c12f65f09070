import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import type { WrittenFile } from '@plumbline/repository/write-files';
import { readSpec } from '../document/read-spec.ts';
import { generateOperations } from './operations.ts';
import { generateReadme, writeSize } from './readme.ts';
import { generateSchema } from './schema.ts';

/**
 * The files of a vendor's package that come from its spec: `src/generated/`, and the README with its tables and its size.
 *
 * @param output The folder of the packages.
 */
export async function generatedFiles(vendor: string, output: string = join(root, 'packages')): Promise<WrittenFile[]> {
  const document = readSpec(vendor);
  const folder = join(output, vendor, 'src', 'generated');
  const notice = `// Generated from specs/${vendor}/openapi.yaml by \`npm run generate\`. Edit the spec, not this file.\n\n`;
  const readme = readFileSync(join(root, 'packages', vendor, 'README.md'), 'utf8').replace(/\r\n/g, '\n');
  return [
    { path: join(folder, 'schema.ts'), text: notice + (await generateSchema(document)) },
    { path: join(folder, 'operations.ts'), text: notice + generateOperations(vendor, document) },
    {
      path: join(output, vendor, 'README.md'),
      text: writeSize(generateReadme(readme, document), readVendor(vendor).smallest.gzip),
    },
  ];
}
