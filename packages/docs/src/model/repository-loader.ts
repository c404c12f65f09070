import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { readRepositoryText } from './repository-text.ts';
import { repositoryPages } from './site-links.ts';

/** A section of a document. The text before the first heading is a section without heading and slug. */
const schema = z.object({
  document: z.string(),
  title: z.string(),
  order: z.number(),
  heading: z.string().optional(),
  slug: z.string().optional(),
});

const vendorDocuments = vendors.flatMap((vendor) => [
  `packages/${vendor}/README.md`,
  `specs/${vendor}/README.md`,
  `specs/${vendor}/CHANGELOG.md`,
]);
const documents = [...vendorDocuments, ...repositoryPages.map(({ document }) => document)];

/** Loads the documents of the repository that the site shows, with an entry for each section. `astro dev` reloads a changed document. */
export function repositoryLoader(): Loader {
  return {
    name: 'repository',
    schema,
    load: async (context) => {
      context.store.clear();
      for (const document of documents) await loadDocument(document, context);
      const paths = new Map(documents.map((document) => [join(root, document), document]));
      context.watcher?.add([...paths.keys()]);
      context.watcher?.on('change', (path) => {
        const document = paths.get(path);
        if (document) void loadDocument(document, context);
      });
    },
  };
}

async function loadDocument(document: string, context: LoaderContext): Promise<void> {
  const { store, renderMarkdown, config, parseData, generateDigest } = context;
  const { title, lead, sections } = readRepositoryText(document, config.base);
  for (const [id, { data }] of store.entries()) if (data.document === document) store.delete(id);
  for (const [order, section] of [{ heading: undefined, slug: undefined, text: lead }, ...sections].entries()) {
    const { heading, slug, text } = section;
    const id = `${document}#${slug ?? ''}`;
    const data = await parseData({ id, data: { document, title, order, heading, slug } });
    store.set({ id, data, body: text, rendered: await renderMarkdown(text), digest: generateDigest(text) });
  }
}
