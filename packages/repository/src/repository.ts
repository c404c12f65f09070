import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the whole repository. */
export const root: string = join(import.meta.dirname, '..', '..', '..');

/** The vendors: every folder of `specs/`, by name. */
export const vendors: readonly string[] = vendorsIn(root);

/** The vendors of a copy of the repository, which may have others. */
export function vendorsIn(folder: string): string[] {
  return readdirSync(join(folder, 'specs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
