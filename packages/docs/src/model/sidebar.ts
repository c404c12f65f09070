import { allVendors, groupsOf } from './vendor.ts';

/** A link of the navigation, a page by its place in the content, or a group of both. */
type SidebarItem =
  | string
  | { label: string; link: string; attrs?: Record<string, string> }
  | { label: string; collapsed?: boolean; items: SidebarItem[] };

/** The navigation: guides first, then the vendors, each with its operations by tag. */
export function sidebar(): SidebarItem[] {
  const vendors = allVendors.map((vendor) => ({
    label: vendor.title,
    collapsed: true,
    items: [
      { label: 'Overview', link: `/${vendor.key}/` },
      { label: 'Evidence and unknowns', link: `/${vendor.key}/evidence/` },
      { label: 'Versions', link: `/${vendor.key}/changelog/` },
      ...groupsOf(vendor).map(({ tag, pages }) => ({
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
        'guides/adding-a-vendor',
      ],
    },
    {
      label: 'Why trust it',
      items: [
        { label: 'Why the specs can be trusted', link: '/trust/' },
        { label: 'Beside other clients', link: '/bench/' },
        { label: 'Drift', link: '/drift/' },
      ],
    },
    ...vendors,
    {
      label: 'Under the hood',
      items: [
        { label: 'The runtime', link: '/runtime/' },
        { label: 'How a spec is written', link: '/specs/' },
      ],
    },
  ];
}
