import { expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

it.each([
  ['an operation', 'emailMetrics.list', '/magnify/motions/email-metrics/list/'],
  ['a field', 'institution_public_id', '/mx-audience/audiences/list-members/'],
  ['an error code', 'api_secret_not_provided', '/magicbell/'],
])('the search finds %s with the keyboard alone', async (_, term, path) => {
  await site.visit('guides/getting-started/', async (page) => {
    await waitForSearch(page);
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open] input').fill(term);
    // Results appear one by one.
    const result = page.locator(`dialog[open] .pagefind-ui__result-link[href^="${path}"]`).first();
    await result.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith(path));
    expect(await page.locator('h1').count()).toBe(1);
  });
});
