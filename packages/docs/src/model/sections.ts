import { type CollectionEntry, getCollection } from 'astro:content';

/** Returns the sections of a document of the repository, in order. */
export async function getSections(document: string): Promise<CollectionEntry<'repository'>[]> {
  const entries = await getCollection('repository', ({ data }) => data.document === document);
  if (entries.length === 0)
    throw new Error(`${document} is not a page of the site. Add it to src/model/site-links.ts.`);
  return entries.toSorted((one, other) => one.data.order - other.data.order);
}

/** Returns the headings of sections, for a table of contents. */
export function toHeadings(
  sections: readonly CollectionEntry<'repository'>[],
): { depth: number; slug: string; text: string }[] {
  return sections.flatMap(({ data: { slug, heading } }) => (slug && heading ? { depth: 2, slug, text: heading } : []));
}
