import { describe, expect, it } from 'vitest';
import { kinds, useSite, waitForSearch } from './site.ts';

const site = useSite();
const phone = { viewport: { width: 390, height: 844 } };
const desktop = { viewport: { width: 1440, height: 900 } };

describe.each(Object.entries({ phone, desktop }))('on a %s', (name, options) => {
  it.each(Object.entries(kinds))('the page of kind `%s` fits its width', async (_, path) => {
    const over = await site.look(
      path,
      (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      options,
    );
    expect(over).toBeLessThanOrEqual(0);
  });

  it(`the navigation ${name === 'phone' ? 'opens by its button' : 'stands beside the page'}`, async () => {
    await site.look(
      'magnify/motions/list/',
      async (page) => {
        const link = page.locator('#starlight__sidebar a[aria-current="page"]');
        if (name === 'phone') {
          expect(await link.isVisible()).toBe(false);
          await page.locator('starlight-menu-button button').click();
        }
        expect(await link.textContent()).toContain('motions.list');
        expect(await link.isVisible()).toBe(true);
      },
      options,
    );
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
    { ...desktop, colorScheme: 'light' },
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
