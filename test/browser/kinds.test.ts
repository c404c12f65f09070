import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kinds, useSite } from './site.ts';

const site = useSite();
const widths = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 900 },
  desktop: { width: 1440, height: 900 },
};

describe.each(Object.entries(kinds))('%s', (kind, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await site.open(path, { colorScheme: 'light' });
    await page.evaluate(axe.source);
  });
  afterAll(() => page.context().close());

  it.each(Object.entries(widths))(`${kind} page fits a %s`, async (_, viewport) => {
    await page.setViewportSize(viewport);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it(`${kind} page has no accessibility violation`, async () => {
    await openDetails(page);
    expect(await findViolations(page)).toEqual([]);
  });

  it(`${kind} page has enough contrast in dark mode`, async () => {
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    expect(await findViolations(page, ['color-contrast'])).toEqual([]);
  });
});

/** Opens all collapsed sections, which must be accessible too. */
async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
  // The site's resize observer makes overflowing code and tables focusable, so that the keyboard can scroll them.
  const areFocusable = () =>
    [...document.querySelectorAll<HTMLElement>('main :is(pre, table)')].every(
      (wide) => wide.scrollWidth <= wide.clientWidth || wide.tabIndex === 0,
    );
  await page.waitForFunction(areFocusable, undefined, { polling: 50 });
}

/** Finds violations with axe, by the given rules or by all. */
async function findViolations(page: Page, rules?: string[]): Promise<string[]> {
  const violations = await page.evaluate(async (runOnly) => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof axe };
    return (await loaded.run(runOnly ? { runOnly } : {})).violations;
  }, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
