import { expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

it('a button opens the navigation on a phone', async () => {
  await site.visit(
    'magnify/motions/list/',
    async (page) => {
      const link = page.locator('#starlight__sidebar a[aria-current="page"]');
      expect(await link.isVisible()).toBe(false);
      await page.locator('starlight-menu-button button').click();
      expect(await link.isVisible()).toBe(true);
    },
    { viewport: { width: 390, height: 844 } },
  );
});

it('the navigation on a desktop shows and marks the current page', async () => {
  await site.visit('magicbell/users/update/', async (page) => {
    const link = page.locator('#starlight__sidebar a[aria-current="page"]');
    expect(await link.textContent()).toContain('users.update');
    const { y = -1 } = (await link.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
  });
});

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
    await waitForSearch(page);
    await page.locator('main button', { hasText: 'Search' }).click();
    expect(await page.locator('dialog[open] input').isVisible()).toBe(true);
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
