import { writeFileSync } from 'node:fs';
import { vendors } from '@plumbline/repository/repository';
import { readSpec } from '@plumbline/spec-tools/document/read-spec';
import type { AstroIntegration } from 'astro';
import { stringify } from 'yaml';

/** Writes the OpenAPI document of each vendor, in one file, as JSON and as YAML. */
export function openapiFiles(): AstroIntegration {
  return {
    name: 'openapi-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const vendor of vendors) {
          const document = readSpec(vendor);
          // Without anchors for equal parts: not every reader of OpenAPI supports them.
          const yaml = stringify(document, { aliasDuplicateObjects: false, blockQuote: 'literal', lineWidth: 0 });
          writeFileSync(new URL(`${vendor}/openapi.json`, dir), `${JSON.stringify(document, null, 2)}\n`);
          writeFileSync(new URL(`${vendor}/openapi.yaml`, dir), yaml);
        }
      },
    },
  };
}
