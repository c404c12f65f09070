import { expect, it } from 'vitest';
import { useSite, waitForSearch } from './site.ts';

const site = useSite();

it('opens its navigation by a button on a phone', async () => {
  await site.look(
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

it('has its navigation beside the page on a desktop, with the page marked, and seen', async () => {
  await site.look('magicbell/users/update/', async (page) => {
    const link = page.locator('#starlight__sidebar a[aria-current="page"]');
    expect(await link.textContent()).toContain('users.update');
    const { y = -1 } = (await link.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
  });
});

it('changes its theme, and keeps it on the next page', async () => {
  await site.look(
    '',
    async (page) => {
      const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(await theme()).toBe('light');
      const light = await paper();
      await page.locator('starlight-theme-select select').first().selectOption('dark');
      expect(await theme()).toBe('dark');
      expect(await paper()).not.toBe(light);
      await page.goto(`${site.url}/trust/`);
      expect(await theme()).toBe('dark');
    },
    { colorScheme: 'light' },
  );
});

it('leads to a field by its address', async () => {
  await site.look('magnify/motions/list/#parameter-state', async (page) => {
    expect(await page.locator('li:target .field-name').textContent()).toBe('state');
  });
});

it('says of an unknown address that there is no page, and offers the search', async () => {
  await site.look('magnify/motions/nothing/', async (page) => {
    expect(await page.locator('h1').textContent()).toBe('There is no page here');
    await waitForSearch(page);
    await page.locator('main button', { hasText: 'Search' }).click();
    expect(await page.locator('dialog[open] input').isVisible()).toBe(true);
  });
});

it('lets what a late font has widened be scrolled by keyboard', async () => {
  const index = await site.look('guides/getting-started/', (page) =>
    page.evaluate(() => {
      const [narrow] = [...document.querySelectorAll('main pre')].filter((pre) => pre.scrollWidth <= pre.clientWidth);
      narrow?.querySelector('code')?.append('x'.repeat(500));
      document.fonts.dispatchEvent(new Event('loadingdone'));
      return (narrow as HTMLElement | undefined)?.tabIndex;
    }),
  );
  expect(index).toBe(0);
});
