import { guides } from './guides.ts';
import { allVendors, groupByTag } from './vendor.ts';

/** A page by its path in the content, a link, the pages of a folder, or a group of these. */
type SidebarItem =
  | string
  | { label: string; link: string; badge?: { text: string; class: string }; attrs?: Record<string, string> }
  | { label: string; collapsed: boolean; items: SidebarItem[] }
  | { autogenerate: { directory: string } };

/** Builds the sidebar: guides first, then the vendors, each with its operations by tag. Only the group of the current page is open. */
export function buildSidebar(): SidebarItem[] {
  const vendors = allVendors.map((vendor) =>
    makeGroup(vendor.title, [
      { label: 'Overview', link: `/${vendor.key}/` },
      ...groupByTag(vendor).map(({ tag, pages }) =>
        makeGroup(
          capitalize(tag),
          pages.map(({ path, evidence, operation: { method, object } }) => ({
            label: object.summary,
            link: `/${vendor.key}/${path}/`,
            badge: { text: method === 'DELETE' ? 'DEL' : method, class: `method ${method.toLowerCase()}` },
            attrs: { class: 'operation', 'data-level': evidence.level },
          })),
        ),
      ),
      { label: 'Evidence and open questions', link: `/${vendor.key}/evidence/` },
      { label: 'Versions', link: `/${vendor.key}/changelog/` },
    ]),
  );
  return [
    makeGroup('Guides', [...guides]),
    ...vendors,
    makeGroup('Reference', [
      { label: 'Runtime reference', link: '/runtime/' },
      { label: 'Sandbox reference', link: '/sandbox/' },
    ]),
    makeGroup('Quality', [
      { label: 'How the specs are tested', link: '/trust/' },
      { label: 'Comparison', link: '/bench/' },
    ]),
    makeGroup('Contributing', [
      'contributing/architecture',
      'guides/adding-a-vendor',
      { label: 'Writing a spec', link: '/specs/' },
      { label: 'Detecting drift', link: '/drift/' },
      'contributing/add-a-policy',
      'contributing/tests',
      'contributing/size',
      makeGroup('Decisions', [{ autogenerate: { directory: 'contributing/decisions' } }]),
    ]),
  ];
}

function makeGroup(label: string, items: SidebarItem[]): SidebarItem {
  return { label, collapsed: true, items };
}

/** Writes a tag in sentence case. Some vendors' tags are in lower case. */
function capitalize(tag: string): string {
  return tag.charAt(0).toUpperCase() + tag.slice(1);
}
