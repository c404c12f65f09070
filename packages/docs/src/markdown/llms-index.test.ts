import { expect, it } from 'vitest';
import { formatIndex, formatVendorIndex, sortIntoSections } from './llms-index.ts';

const page = (pathname: string) => ({ pathname, title: pathname, description: '', file: `${pathname}.md` });
const vendor = { key: 'acme', title: 'Acme API', summary: 'Sends anvils.', paths: ['anvils/send'] };
const names = [
  'acme',
  'acme/anvils/send',
  'acme/evidence',
  'bench',
  'drift',
  'guides/errors',
  'guides/start',
  'runtime',
];
const sections = sortIntoSections(names.map(page), ['guides/start', 'guides/errors'], [vendor]);

it('sortIntoSections puts guides first, in reading order, and bench and drift last', () => {
  expect(sections.map(({ heading, pages }) => [heading, ...pages.map(({ pathname }) => pathname)])).toEqual([
    ['Guides', 'guides/start', 'guides/errors'],
    ['Acme API', 'acme', 'acme/anvils/send', 'acme/evidence'],
    ['Reference', 'runtime'],
    ['Optional', 'bench', 'drift'],
  ]);
});

it('formatIndex links the index of each vendor', () => {
  expect(formatIndex('Clients.', sections, [vendor], '/site/')).toContain('[Acme API](/site/acme/llms.txt)');
});

it('formatVendorIndex lists the pages of a vendor and its OpenAPI document, and no page of the rest', () => {
  const index = formatVendorIndex(vendor, sections, '/');
  expect(index).toContain('- [acme/anvils/send](/acme/anvils/send.md)');
  expect(index).toContain('[YAML](/acme/openapi.yaml)');
  expect(index).not.toContain('bench');
});
