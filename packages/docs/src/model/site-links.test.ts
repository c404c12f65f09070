import { expect, it } from 'vitest';
import { pageTitle, siteLink } from './site-links.ts';

it('siteLink points a link between documents to the page of the site, below its base path', () => {
  const readme = 'packages/magnify/README.md';
  expect(siteLink(readme, '../runtime/README.md#observing', '/plumbline')).toBe('/plumbline/runtime/#observing');
  expect(siteLink(readme, '../../specs/magnify/README.md', '/')).toBe('/magnify/evidence/');
  expect(siteLink(readme, '../docs/src/content/docs/guides/errors.md#aborting-a-call', '/')).toBe(
    '/guides/errors/#aborting-a-call',
  );
  expect(siteLink('specs/README.md', 'magnify', '/')).toBe('/magnify/evidence/');
  expect(siteLink(readme, 'https://vendor.example/', '/')).toBe('https://vendor.example/');
  expect(siteLink(readme, '#errors', '/')).toBe('#errors');
});

it('siteLink returns undefined for a document without a page', () => {
  expect(siteLink('packages/magnify/README.md', 'LICENSE', '/')).toBeUndefined();
});

it('pageTitle is the title of a linked document, without one for a document of a vendor', () => {
  expect(pageTitle('specs/magnify/README.md', '../README.md')).toBe('Writing a spec');
  expect(pageTitle('specs/README.md', 'magnify/README.md')).toBeUndefined();
});
