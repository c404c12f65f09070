import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Document } from './document.ts';

/** The path of the bundle that the build of a spec writes. */
export function bundlePath(vendor: string): string {
  return join(root, 'specs', vendor, 'dist', 'openapi.json');
}

/**
 * Reads the bundle of a vendor's spec.
 *
 * @throws {Error} When the bundle cannot be read.
 */
export function readSpec(vendor: string): Document {
  const path = bundlePath(vendor);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`specs/${vendor}/dist/openapi.json cannot be read. Run \`npm run build\` first.`, { cause });
  }
}
