import { vendors } from '@plumbline/repository/repository';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { readRepositoryText } from './repository-text.ts';
import { repositoryPages } from './site-links.ts';

/** Of one section of a document: which document, and where in it. The one before all headings has none. */
const schema = z.object({
  document: z.string(),
  title: z.string(),
  order: z.number(),
  heading: z.string().optional(),
  slug: z.string().optional(),
});

/** Loads the documents of the repository that the site shows, a section an entry. */
export function repositoryLoader(): Loader {
  return {
    name: 'repository',
    schema,
    load: async ({ store, renderMarkdown, config, parseData, generateDigest }) => {
      store.clear();
      const ofVendors = vendors.flatMap((vendor) => [
        `packages/${vendor}/README.md`,
        `specs/${vendor}/README.md`,
        `specs/${vendor}/CHANGELOG.md`,
      ]);
      for (const document of [...ofVendors, ...repositoryPages.map(({ document }) => document)]) {
        const { title, lead, sections } = readRepositoryText(document, config.base);
        for (const [order, section] of [{ heading: undefined, slug: undefined, text: lead }, ...sections].entries()) {
          const id = `${document}#${section.slug ?? ''}`;
          const { heading, slug, text } = section;
          const data = await parseData({ id, data: { document, title, order, heading, slug } });
          store.set({ id, data, body: text, rendered: await renderMarkdown(text), digest: generateDigest(text) });
        }
      }
    },
  };
}
