import { expect, it } from 'vitest';
import { operationLink, siteLink } from './site-links.ts';

it('leads the links between documents to their pages, below where the site is', () => {
  const readme = 'packages/magnify/README.md';
  expect(siteLink(readme, '../runtime/README.md#observing', '/plumbline')).toBe('/plumbline/runtime/#observing');
  expect(siteLink(readme, '../../specs/magnify/README.md', '/')).toBe('/magnify/evidence/');
  expect(siteLink('specs/README.md', 'magnify', '/')).toBe('/magnify/evidence/');
  expect(siteLink(readme, 'https://vendor.example/', '/')).toBe('https://vendor.example/');
  expect(siteLink(readme, '#errors', '/')).toBe('#errors');
});

it('leads nowhere what the site has no page for', () => {
  expect(siteLink('packages/magnify/README.md', 'LICENSE', '/')).toBeUndefined();
});

it('leads an operation that a README names to its page', () => {
  const readme = 'packages/magnify/README.md';
  expect(operationLink(readme, 'motions.emailMetrics.list', '/')).toBe('/magnify/motions/email-metrics/list/');
  expect(operationLink(readme, 'total', '/')).toBeUndefined();
  expect(operationLink('specs/magnify/README.md', 'motions.list', '/')).toBeUndefined();
});
