import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sitePath } from '@plumbline/docs/serve';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages, useSite } from './site.ts';

const site = useSite();

/** Most bytes on disk of what a page loads before a user interacts with it. */
const budget = { script: 150_000, all: 1_000_000 };

describe('pages', () => {
  let page: Page;
  let errors: string[] = [];
  /** Types of the requested resources, by their URL. */
  let requests = new Map<string, string>();
  beforeAll(async () => {
    page = await site.open('');
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('request', (request) => requests.set(request.url(), request.resourceType()));
  });
  afterAll(() => page.context().close());

  it.each(pages)('page /%s loads without errors, from its own host, within its budget', async (path) => {
    // Requests and errors of the previous page end here.
    await page.goto('about:blank');
    errors = [];
    requests = new Map();
    await page.goto(`${site.url}/${path}`);
    expect(errors).toEqual([]);
    const urls = [...requests.keys()].filter((url) => !url.startsWith('data:'));
    expect(urls.filter((url) => !url.startsWith(`${site.url}/`))).toEqual([]);
    const bytes = (type: RegExp) =>
      urls.filter((url) => type.test(requests.get(url) ?? '')).reduce((sum, url) => sum + sizeOf(url), 0);
    expect(bytes(/^script$/)).toBeLessThanOrEqual(budget.script);
    expect(bytes(/^/)).toBeLessThanOrEqual(budget.all);
  });
});

function sizeOf(url: string): number {
  const { pathname } = new URL(url);
  return statSync(join(sitePath, pathname.endsWith('/') ? `${pathname}index.html` : pathname)).size;
}
