import { gzipSync } from 'node:zlib';
import { type BundleTarget, bundleProgram } from '@plumbline/repository/bundle-program';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';

/** The smallest program of each vendor, with a client and one call, and the specifier of its package. */
export const programs: Readonly<Record<string, { readonly specifier: string; readonly program: string }>> =
  Object.fromEntries(
    vendors.map((vendor) => [
      vendor,
      { specifier: `@plumbline/${vendor}`, program: readVendor(vendor).smallest.program.join('\n') },
    ]),
  );

/** The size of a bundle, in bytes. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
}

/**
 * Bundles and minifies a program, and measures its size.
 *
 * @param folder The folder from which the program resolves its imports.
 * @param target The platform of the bundle. @default a browser or a worker
 */
export async function measureSize(program: string, folder: string, target?: BundleTarget): Promise<Size> {
  const code = await bundleProgram(program, folder, {}, target);
  return { minified: code.length, gzip: gzipSync(code).length };
}
