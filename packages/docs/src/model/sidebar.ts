import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { allVendors, groupsOf } from './vendor.ts';

/** The navigation: guides first, then the vendors, each with its operations by tag. */
export function sidebar(): NonNullable<StarlightUserConfig['sidebar']> {
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
