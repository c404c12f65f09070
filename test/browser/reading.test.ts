import { expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

it('the theme that a user selects stays on the next page', async () => {
  await site.visit(
    '',
    async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(await theme()).toBe('light');
      const light = await background();
      await page.locator('starlight-theme-select select').first().selectOption('dark');
      expect(await theme()).toBe('dark');
      expect(await background()).not.toBe(light);
      await page.goto(`${site.url}/trust/`);
      expect(await theme()).toBe('dark');
    },
    { colorScheme: 'light' },
  );
});

it('a URL with a fragment leads to its field', async () => {
  await site.visit('magnify/motions/list/#parameter-state', async (page) => {
    expect(await page.locator('li:target .field-name').textContent()).toBe('state');
  });
});

it('an unknown URL shows the 404 page, which offers the search', async () => {
  await site.visit('magnify/motions/nothing/', async (page) => {
    expect(await page.locator('h1').textContent()).toBe('Page not found');
    const color = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((button) => getComputedStyle(button).backgroundColor);
    const button = await color('main button');
    expect(await page.locator('main a[href$="guides/errors/"]').count()).toBe(1);
    await waitForSearch(page);
    await page.locator('main button', { hasText: 'Search' }).click();
    expect(await page.locator('dialog[open] input').isVisible()).toBe(true);
    await page.goto(site.url);
    expect(button).toBe(await color('main .button'));
  });
});

it('code that overflows after a late font load can be scrolled with the keyboard', async () => {
  const index = await site.visit('guides/getting-started/', (page) =>
    page.evaluate(() => {
      const [narrow] = [...document.querySelectorAll('main pre')].filter((pre) => pre.scrollWidth <= pre.clientWidth);
      narrow?.querySelector('code')?.append('x'.repeat(500));
      document.fonts.dispatchEvent(new Event('loadingdone'));
      return (narrow as HTMLElement | undefined)?.tabIndex;
    }),
  );
  expect(index).toBe(0);
});
