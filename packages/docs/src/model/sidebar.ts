import { allVendors, groupByTag } from './vendor.ts';

/** A page by its path in the content, a link, the pages of a folder, or a group of these. */
type SidebarItem =
  | string
  | { label: string; link: string; attrs?: Record<string, string> }
  | { label: string; collapsed?: boolean; items: SidebarItem[] }
  | { autogenerate: { directory: string } };

/** Builds the sidebar: guides first, then the vendors, each with its operations by tag. */
export function buildSidebar(): SidebarItem[] {
  const vendors = allVendors.map((vendor) => ({
    label: vendor.title,
    collapsed: true,
    items: [
      { label: 'Overview', link: `/${vendor.key}/` },
      { label: 'Evidence and open questions', link: `/${vendor.key}/evidence/` },
      { label: 'Versions', link: `/${vendor.key}/changelog/` },
      ...groupByTag(vendor).map(({ tag, pages }) => ({
        label: tag,
        items: pages.map(({ name, path, evidence, operation }) => ({
          label: name,
          link: `/${vendor.key}/${path}/`,
          attrs: { class: 'operation', 'data-level': evidence.level, 'data-method': operation.method },
        })),
      })),
    ],
  }));
  return [
    {
      label: 'Guides',
      items: [
        'guides/getting-started',
        'guides/errors',
        'guides/retries',
        'guides/pagination',
        'guides/csv',
        'guides/testing',
        'guides/runtimes',
        'guides/observability',
      ],
    },
    ...vendors,
    {
      label: 'Quality',
      items: [
        { label: 'How the specs are tested', link: '/trust/' },
        { label: 'Comparison', link: '/bench/' },
      ],
    },
    {
      label: 'Reference',
      items: [
        { label: 'Runtime reference', link: '/runtime/' },
        { label: 'Detecting drift', link: '/drift/' },
      ],
    },
    {
      label: 'Contributing',
      collapsed: true,
      items: [
        'contributing/architecture',
        'guides/adding-a-vendor',
        { label: 'Writing a spec', link: '/specs/' },
        'contributing/add-a-policy',
        'contributing/tests',
        'contributing/size',
        { label: 'Decisions', collapsed: true, items: [{ autogenerate: { directory: 'contributing/decisions' } }] },
      ],
    },
  ];
}
