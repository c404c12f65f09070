import { type CollectionEntry, getCollection } from 'astro:content';

/** The sections of a document of the repository, in its order. */
export async function sectionsOf(document: string): Promise<CollectionEntry<'repository'>[]> {
  const entries = await getCollection('repository', ({ data }) => data.document === document);
  if (entries.length === 0) throw new Error(`${document} is no page of the site.`);
  return entries.toSorted((one, other) => one.data.order - other.data.order);
}

/** Its headings, for a table of contents. */
export function headingsOf(
  sections: readonly CollectionEntry<'repository'>[],
): { depth: number; slug: string; text: string }[] {
  return sections.flatMap(({ data: { slug, heading } }) => (slug && heading ? { depth: 2, slug, text: heading } : []));
}
