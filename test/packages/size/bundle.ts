import { gzipSync } from 'node:zlib';
import { type BundleTarget, bundleProgram } from '@plumbline/repository/bundle-program';

export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/**
 * Bundles a program, minifies it, and weighs it in bytes.
 *
 * @param folder Where the program is thought to be.
 * @param target What it is bundled for. @default a browser or a worker
 */
export async function weigh(program: string, folder: string, target?: BundleTarget): Promise<Size> {
  const code = await bundleProgram(program, folder, {}, target);
  return { minified: code.length, gzip: gzipSync(code).length };
}
