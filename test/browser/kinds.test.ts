import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, useSite } from './site.ts';

const site = useSite();
const widths = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

describe.each(Object.entries(kinds))('the page of kind `%s`', (_, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.open(path, { colorScheme: 'light' });
    await page.evaluate(axe.source);
  });
  afterAll(() => page.context().close());

  it.each(Object.entries(widths))('fits a %s', async (_, viewport) => {
    await page.setViewportSize(viewport);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });

  it('has no serious barrier', async () => {
    await unfold(page);
    expect(await barriers(page)).toEqual([]);
  });

  it('can be read in the dark', async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    expect(await barriers(page, ['color-contrast'])).toEqual([]);
  });
});

/** What is folded away is for everybody too. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  // What is wider than its place can be scrolled by keyboard, as soon as its observer has seen that it was opened.
  const scrolls = () =>
    [...document.querySelectorAll<HTMLElement>('main :is(pre, table)')].every(
      (wide) => wide.scrollWidth <= wide.clientWidth || wide.tabIndex === 0,
    );
  await page.waitForFunction(scrolls, undefined, { polling: 50 });
}

/** What axe finds serious or critical, by all of its rules or by some. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
    return (await loaded.run(runOnly ? { runOnly } : {})).violations;
  }, rules);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
}
