/** The parts of a page that an index lists. */
export interface IndexedPage {
  readonly title: string;
  readonly description: string;
  /** The address without slashes at its ends: `magicbell/users/list`. */
  readonly pathname: string;
  /** The path of the Markdown version. */
  readonly file: string;
}

/** What an index must know of a vendor. */
export interface IndexedVendor {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  /** The paths of its operations' pages, in the order of the spec. */
  readonly paths: readonly string[];
}

/** A section of an index. */
export interface Section<Page extends IndexedPage = IndexedPage> {
  readonly heading: string;
  readonly pages: readonly Page[];
}

/**
 * Sorts pages into the sections of an index: guides, vendors, reference, and last what https://llmstxt.org calls optional.
 *
 * @param guides The addresses of the guides, in reading order.
 */
export function sortIntoSections<Page extends IndexedPage>(
  pages: readonly Page[],
  guides: readonly string[],
  vendors: readonly IndexedVendor[],
): Section<Page>[] {
  const take = (pathnames: readonly string[]) =>
    pathnames.flatMap((pathname) => pages.find((page) => page.pathname === pathname) ?? []);
  const sections = [
    { heading: 'Guides', pages: take(guides) },
    ...vendors.map(({ key, title, paths }) => ({
      heading: title,
      pages: take(['', ...paths, 'evidence', 'changelog'].map((path) => (path ? `${key}/${path}` : key))),
    })),
    { heading: 'Reference', pages: take(['runtime', 'sandbox']) },
  ];
  const placed = new Set(sections.flatMap((section) => section.pages));
  return [...sections, { heading: 'Optional', pages: pages.filter((page) => !placed.has(page)) }];
}

/** Formats `llms.txt` of the whole site. */
export function formatIndex(
  description: string,
  sections: readonly Section[],
  vendors: readonly IndexedVendor[],
  base: string,
): string {
  const own = vendors.map(({ key, title }) => `[${title}](${base}${key}/llms.txt)`).join(', ');
  return joinBlocks([
    '# Plumbline',
    `> ${description}`,
    `The pages of one vendor only: ${own}. Guides, overviews and reference in one file: [llms-full.txt](${base}llms-full.txt). For one page as Markdown, replace the last slash of its address with \`.md\`.`,
    ...sections.map((section) => formatSection(section, base)),
  ]);
}

/** Formats `llms.txt` of a vendor: its package, its OpenAPI document, its pages, and the guides. */
export function formatVendorIndex(vendor: IndexedVendor, sections: readonly Section[], base: string): string {
  const { key, title, summary } = vendor;
  const own = sections.filter(({ heading }) => heading === title);
  return joinBlocks([
    `# ${title}`,
    `> ${summary}`,
    `Package: \`npm i @plumbline/${key}\`. OpenAPI document: [YAML](${base}${key}/openapi.yaml), [JSON](${base}${key}/openapi.json).`,
    ...own.map(({ pages }) => formatSection({ heading: 'Pages', pages }, base)),
    ...sections.filter(({ heading }) => heading === 'Guides').map((section) => formatSection(section, base)),
  ]);
}

function formatSection({ heading, pages }: Section, base: string): string {
  const lines = pages.map(
    ({ title, file, description }) => `- [${title}](${base}${file})${description && `: ${description}`}`,
  );
  return `## ${heading}\n\n${lines.join('\n')}`;
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
