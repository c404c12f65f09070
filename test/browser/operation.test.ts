/** The page of an operation: what a reader sees without a search for it, and what the keyboard reaches. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const forms = ['magicbell/notifications/create/', 'magicbell/users/list/', 'mx-audience/audiences/list-members/'];

/** The parts of a response that are not wholly between the header and the lower edge of the window. */
async function findHidden(page: Page, selectors: readonly string[]): Promise<string[]> {
  const top = await page.locator('header').first().boundingBox();
  const boxes = await Promise.all(
    selectors.map(async (selector) => [selector, await page.locator(selector).boundingBox()] as const),
  );
  const height = page.viewportSize()?.height ?? 0;
  return boxes
    .filter(([, box]) => !box || box.y < (top?.height ?? 0) || box.y + box.height > height)
    .map(([selector]) => selector);
}

describe.each(Object.entries(sizes))('the form on a %s', (_, viewport) => {
  it.each(forms)('the form of %s shows the whole response after Send', async (path) => {
    await site.visit(
      path,
      async (page) => {
        await page.locator('.try-it > summary').click();
        await page.getByRole('button', { name: 'Send' }).click();
        await page.locator('.try-result').waitFor();
        expect(await findHidden(page, ['.try-status', '.try-headers', '.try-response'])).toEqual([]);
        expect(await page.locator('.try-it [role="status"]').textContent()).toMatch(/20\d/);
        expect(await page.locator('.try-headers').textContent()).toContain('content-type: application/json');
      },
      { viewport },
    );
  });
});

it('a long response body scrolls inside its pane', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    await page.locator('.try-it > summary').click();
    await page.getByRole('button', { name: 'Send' }).click();
    const pane = page.locator('.try-response');
    await pane.waitFor();
    expect(await pane.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
  });
});

it('a parameter with known values is a select, which names the default', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    await page.locator('.try-it > summary').click();
    const order = page.locator('select[name="order_by"]');
    expect((await order.locator('option').allTextContents()).slice(0, 2)).toEqual([
      'Default: created_at,DESC',
      'created_at,ASC',
    ]);
    await order.selectOption('last_seen_at,DESC');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.try-result').waitFor();
    expect(await page.locator('.try-request').textContent()).toContain('GET /users?order_by=last_seen_at%2CDESC');
  });
});

it('a boolean parameter is a select, and is not sent before a user selects a value', async () => {
  await site.visit('magicbell/notifications/list/', async (page) => {
    const read = page.locator('select[name="read"] option');
    expect(await read.allTextContents()).toEqual(['Not sent', 'true', 'false']);
  });
});

it('the keyboard selects the example of a status, beside the text', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    const examples = page.locator('.operation-code .response-examples');
    await examples.getByRole('tab', { name: '200' }).focus();
    for (const [status, text] of [
      ['401', '"errors"'],
      ['403', '"forbidden"'],
    ] as const) {
      await page.keyboard.press('ArrowRight');
      const tab = examples.getByRole('tab', { name: status });
      expect(await tab.getAttribute('aria-selected')).toBe('true');
      expect(await tab.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await examples.locator('pre:visible').innerText()).toContain(text);
    }
    expect(await page.locator('.operation-details pre').count()).toBe(0);
  });
});

it('the keyboard selects one of the examples of a status', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    const examples = page.locator('.response-examples');
    await examples.getByRole('tab', { name: 'The first of two pages' }).focus();
    await page.keyboard.press('End');
    expect(await examples.locator('pre:visible').innerText()).toContain('"users": []');
  });
});

it('the parts of a page are listed on it', async () => {
  await site.visit('magicbell/notifications/create/', async (page) => {
    const list = page.getByRole('navigation', { name: 'On this page' });
    const links = await list.getByRole('link').allTextContents();
    expect(links).toEqual(['Parameters', 'Request body', 'Responses', 'Errors', 'Retries']);
    await list.getByRole('link', { name: 'Errors' }).click();
    expect(await page.locator('h2:target').textContent()).toBe('Errors');
  });
});

it('the page of an operation names the helper of its package, and links its guide', async () => {
  await site.visit('mx-audience/audiences/list-members/', async (page) => {
    const note = page.locator('.operation-intro', { hasText: 'readMemberRows' });
    await note.getByRole('link', { name: 'CSV' }).click();
    await page.waitForURL('**/guides/csv/');
  });
});
