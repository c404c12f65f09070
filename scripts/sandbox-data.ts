/**
 * `node ../../scripts/sandbox-data.ts` in the folder of a spec writes what `@plumbline/spec-<vendor>/sandbox` exports, from its bundle.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import { sandboxFiles } from '@plumbline/spec-tools/sandbox/sandbox-data';

const vendor = basename(process.cwd());
for (const [name, text] of Object.entries(sandboxFiles(vendor, readSpec(vendor)))) {
  writeFileSync(join('dist', name), text);
}
