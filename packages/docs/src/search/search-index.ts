import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Writes the index of the search. Starlight lets Pagefind's own process write it, and ends that process before all that it wrote
 * need have reached the disk, which leaves empty files on a busy machine. Here each file is written before the build ends.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const { index, errors } = await createIndex({});
          if (!index) throw new Error(`Pagefind cannot make an index: ${errors.join(' ')}`);
          const added = await index.addDirectory({ path: fileURLToPath(dir) });
          const { files, errors: failed } = await index.getFiles();
          if (added.errors.length + failed.length > 0) throw new Error([...added.errors, ...failed].join(' '));
          for (const { path, content } of files) {
            const place = new URL(path, new URL('pagefind/', dir));
            mkdirSync(new URL('.', place), { recursive: true });
            writeFileSync(place, content);
          }
          logger.info(`${added.page_count} pages can be searched, by ${files.length} files.`);
        } finally {
          await close();
        }
      },
    },
  };
}
