import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from './document.ts';

/** Where the build of a spec leaves its bundle. */
export function bundlePath(vendor: string): string {
  return join(root, 'specs', vendor, 'dist', 'openapi.json');
}

/** Reads the bundle of a vendor's spec. */
export function readSpec(vendor: string): Document {
  const path = bundlePath(vendor);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`specs/${vendor}/dist/openapi.json cannot be read. Run \`npm run build\` first.`, { cause });
  }
}
