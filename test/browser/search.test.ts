import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

const result = 'dialog[open] .pagefind-ui__result';
const title = '.pagefind-ui__result-link';

it.each([
  ['an operation', 'emailMetrics.list', '/magnify/motions/email-metrics/list/'],
  ['a field', 'institution_public_id', '/mx-audience/audiences/list-members/'],
  ['an error code', 'api_secret_not_provided', '/magicbell/'],
])('the search finds %s with the keyboard alone', async (_, term, path) => {
  await site.visit('guides/getting-started/', async (page) => {
    await waitForSearch(page);
    await openSearch(page, term);
    // Results appear one by one.
    const result = page.locator(`dialog[open] .pagefind-ui__result-link[href^="${path}"]`).first();
    await result.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith(path));
    expect(await page.locator('h1').count()).toBe(1);
  });
});

it.each([
  ['429', 'retries'],
  ['retry', 'retries'],
  ['idempotency', 'retries'],
  ['rate limit', 'retries'],
  ['timeout', 'retries'],
  ['types', 'types'],
  ['webhook', 'getting-started'],
  ['recipes', 'recipes'],
  ['send', 'recipes'],
  ['error', 'errors'],
  ['csv', 'csv'],
  ['test', 'testing'],
])('the first result of the search for %s is the guide %s', async (term, guide) => {
  await site.visit('guides/getting-started/', async (page) => {
    await waitForSearch(page);
    await openSearch(page, term);
    const first = page.locator(`${result} ${title}`).first();
    expect(new URL((await first.getAttribute('href')) ?? '', site.url).pathname).toBe(`/guides/${guide}/`);
  });
});

it('the search lists no page twice, and no page as a part of itself', async () => {
  await site.visit('guides/getting-started/', async (page) => {
    await waitForSearch(page);
    await openSearch(page, 'retry');
    const hits = await page
      .locator(result)
      .evaluateAll(
        (results, link) => results.map((hit) => [...hit.querySelectorAll(link)].map((a) => a.textContent)),
        title,
      );
    expect(hits.length).toBeGreaterThan(1);
    for (const titles of hits) expect(titles).toEqual([...new Set(titles)]);
    const links = await page.locator(`${result} ${title}`).evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual([...new Set(links)]);
    expect(links.filter((link) => link?.endsWith('#_top'))).toEqual([]);
  });
});

/** Opens the search with the keyboard, enters a term, and waits for the first result. */
async function openSearch(page: Page, term: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('dialog[open] input').fill(term);
  await page.locator(`${result} ${title}`).first().waitFor();
}
