import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sitePath } from '@plumbline/docs/serve';
import { expect, it } from 'vitest';
import { pages, useSite } from './site.ts';

const site = useSite();

/** What a page may load before anything is opened in it, in bytes as they are on disk. */
const budget = { script: 150_000, all: 1_000_000 };

it('has pages that load with no error, ask no other host, and stay within their budgets', async () => {
  const wrong: string[] = [];
  await site.look('', async (page) => {
    let path = '';
    let asked = new Map<string, string>();
    page.on('console', (message) => message.type() === 'error' && wrong.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => wrong.push(`${path}: ${error}`));
    page.on('request', (request) => asked.set(request.url(), request.resourceType()));
    for (path of pages) {
      asked = new Map();
      await page.goto(`${site.url}/${path}`);
      const elsewhere = [...asked.keys()].filter((url) => !url.startsWith(`${site.url}/`) && !url.startsWith('data:'));
      for (const url of elsewhere) wrong.push(`${path} asks ${url}`);
      const sizes = { script: 0, all: 0 };
      for (const [url, type] of asked) {
        const size = sizeOf(new URL(url).pathname);
        sizes.all += size;
        if (type === 'script') sizes.script += size;
      }
      if (sizes.script > budget.script || sizes.all > budget.all) wrong.push(`${path} weighs ${JSON.stringify(sizes)}`);
    }
  });
  expect(wrong).toEqual([]);
});

function sizeOf(pathname: string): number {
  return statSync(join(sitePath, pathname.endsWith('/') ? `${pathname}index.html` : pathname)).size;
}
