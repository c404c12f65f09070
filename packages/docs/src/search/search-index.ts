import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/**
 * Writes the search index. Starlight lets Pagefind's own process write it, and ends that process before all files have reached the
 * disk. On a busy machine that leaves empty files. Here each file is written before the build ends.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const { index, errors } = await createIndex({});
          if (!index) throw new Error(`Pagefind cannot create an index: ${errors.join(' ')}`);
          const added = await index.addDirectory({ path: fileURLToPath(dir) });
          const { files, errors: failed } = await index.getFiles();
          if (added.errors.length + failed.length > 0) throw new Error([...added.errors, ...failed].join(' '));
          for (const { path, content } of files) {
            const url = new URL(path, new URL('pagefind/', dir));
            mkdirSync(new URL('.', url), { recursive: true });
            writeFileSync(url, content);
          }
          logger.info(`Indexed ${added.page_count} pages for the search in ${files.length} files.`);
        } finally {
          await close();
        }
      },
    },
  };
}
