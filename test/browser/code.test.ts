/** Code blocks and tables on all pages: none is cut off without a visible edge, and each block can be copied. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pages, useSite } from './site.ts';

const site = useSite();
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

describe.each(Object.entries(widths))('code on a %s', (name, viewport) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.open('', { viewport, hasTouch: name === 'phone', isMobile: name === 'phone' });
  });
  afterAll(() => page.context().close());

  it.each(pages)(
    'page /%s shows all of its code, or where it scrolls, and a button to copy each block',
    async (path) => {
      await page.goto(`${site.url}/${path}`);
      await showAll(page);
      expect(await page.evaluate(findCutOff)).toEqual([]);
      const buttons = page.locator('main .expressive-code .copy button');
      const names = await buttons.evaluateAll((found) =>
        found.map((button) => `${getComputedStyle(button).opacity} ${button.getAttribute('title')}`),
      );
      const blocks = await page.locator('main .expressive-code pre').count();
      expect(names).toEqual(Array.from({ length: blocks }, () => '1 Copy to clipboard'));
    },
  );
});

/** Opens all collapsed sections and tabs: their code must fit too. */
async function showAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
    for (const panel of document.querySelectorAll('main [role="tabpanel"]')) panel.removeAttribute('hidden');
  });
}

/** The first line of each block or table that is wider than its frame, and has no shadow that shows it. */
function findCutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main :is(pre, table)')]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .filter((wide) => !getComputedStyle(wide).backgroundAttachment.includes('local'))
    .map(({ textContent }) => textContent.trim().split('\n')[0] ?? '');
}
