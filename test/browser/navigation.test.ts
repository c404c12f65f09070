import { expect, it } from 'vitest';
import { kinds, useSite } from './site.ts';

const site = useSite();
const phone = { viewport: { width: 390, height: 844 } };
const current = '#starlight__sidebar a[aria-current="page"]';
const mainLinks = ['Guides', 'Recipes', 'Vendors', 'Reference', 'Quality'];

it('a button opens the navigation on a phone', async () => {
  await site.visit(
    'magnify/motions/list/',
    async (page) => {
      const link = page.locator(current);
      expect(await link.isVisible()).toBe(false);
      await page.locator('starlight-menu-button button').click();
      expect(await link.isVisible()).toBe(true);
    },
    phone,
  );
});

it.each(Object.entries(kinds))(
  'the %s page has the main links in its header, and in its menu on a phone',
  async (_, path) => {
    await site.visit(path, async (page) => {
      expect(await page.locator('header .header-links a:visible').allTextContents()).toEqual(mainLinks);
      await page.setViewportSize(phone.viewport);
      await page.locator('starlight-menu-button button').click();
      expect(await page.locator('#starlight__sidebar .header-links a:visible').allTextContents()).toEqual(mainLinks);
    });
  },
);

it('the menu of a phone closes when its link leads to a part of the same page', async () => {
  await site.visit(
    '',
    async (page) => {
      await page.locator('starlight-menu-button button').click();
      await page.locator('#starlight__sidebar .header-links a', { hasText: 'Vendors' }).click();
      expect(await page.locator('#vendors').isVisible()).toBe(true);
      expect(await page.locator('#starlight__sidebar').isVisible()).toBe(false);
    },
    phone,
  );
});

it('the navigation on a desktop shows the current operation by method and title', async () => {
  await site.visit('magicbell/users/update/', async (page) => {
    const link = page.locator(current);
    expect(await link.locator('span').allTextContents()).toEqual(['Update a user', 'PUT']);
    const title = await link.locator('span').first().boundingBox();
    const method = await link.locator('.sl-badge').boundingBox();
    expect(method?.x).toBeLessThan(title?.x ?? 0);
    const { y = -1 } = (await link.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
  });
});

it('the navigation opens only the groups of the current page, also after a visitor opened others', async () => {
  await site.visit('guides/errors/', async (page) => {
    const open = () => page.locator('#starlight__sidebar details[open] > summary').allInnerTexts();
    expect(await open()).toEqual(['Guides']);
    await page.locator('#starlight__sidebar summary', { hasText: 'MAGNETIQ API' }).click();
    await page.goto(`${site.url}/magicbell/users/update/`);
    expect(await open()).toEqual(['MagicBell REST API', 'Users']);
  });
});

it('the navigation has few stops for the keyboard', async () => {
  await site.visit('magicbell/users/update/', async (page) => {
    expect(await page.locator('#starlight__sidebar :is(a, summary):visible').count()).toBeLessThan(30);
  });
});

it('the groups of the navigation are in sentence case', async () => {
  await site.visit('mx-audience/', async (page) => {
    const groups = await page.locator('#starlight__sidebar details details > summary').allTextContents();
    expect(groups.map((group) => group.trim())).toContain('Audiences');
    expect(groups.filter((group) => !/^\s*[A-Z][^A-Z]*$/.test(group))).toEqual([]);
  });
});

it('the home page has one visible title, then install and code, and only then the figures', async () => {
  await site.visit('', async (page) => {
    expect(await page.locator('h1:visible').count()).toBe(1);
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
    expect(await top('text=npm i @plumbline/magicbell')).toBeLessThan(900);
    expect(await top('.home pre')).toBeLessThan(await top('#vendors'));
    expect(await top('#vendors')).toBeLessThan(await top('.home-figures'));
    expect(await page.locator('.chart').count()).toBe(0);
  });
});

it.each([
  'Send to several people',
  'Read a list to its end',
  'Handle 404 and 422',
  'Set timeouts and retries',
  'Sign a user in with HMAC',
  'Save CSV to a file',
  'Read email metrics page by page',
  'Abort a call or a loop',
  'Test your own code',
  'Log and trace each request',
])('the code of the recipe "%s" is two clicks from the home page', async (recipe) => {
  await site.visit('', async (page) => {
    await page.locator('.home-actions a', { hasText: 'Recipes' }).click();
    await page.locator('.right-sidebar starlight-toc a', { hasText: recipe }).click();
    expect(await page.locator('h2:target').textContent()).toBe(recipe);
    const code = page.locator('.sl-heading-wrapper:has(h2:target) + .expressive-code pre');
    const { y = -1 } = (await code.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(900);
  });
});

it('the overview of a vendor offers its OpenAPI document', async () => {
  await site.visit('magicbell/', async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.facts a', { hasText: 'YAML' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('magicbell.openapi.yaml');
  });
});
