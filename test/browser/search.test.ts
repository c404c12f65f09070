import { describe, expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

describe('the search', () => {
  it.each([
    ['an operation', 'emailMetrics.list', '/magnify/motions/email-metrics/list/'],
    ['a field', 'institution_public_id', '/mx-audience/audiences/list-members/'],
    ['an error code', 'api_secret_not_provided', '/magicbell/'],
  ])('finds %s, from the keyboard alone', async (_, words, path) => {
    await site.look('guides/getting-started/', async (page) => {
      await waitForSearch(page);
      await page.keyboard.press('Control+k');
      await page.locator('dialog[open] input').fill(words);
      const first = page.locator('dialog[open] .pagefind-ui__result-link').first();
      await first.waitFor();
      const links = await page
        .locator('dialog[open] .pagefind-ui__result-link')
        .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname));
      expect(
        links.some((link) => link.startsWith(path)),
        links.join('\n'),
      ).toBe(true);
      await first.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => links.includes(url.pathname));
    });
  });
});
