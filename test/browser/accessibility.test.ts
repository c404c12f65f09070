import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { kinds, useSite } from './site.ts';

const site = useSite();

describe.each(['light', 'dark'] as const)('in a %s theme', (colorScheme) => {
  it.each(Object.entries(kinds))('the page of kind `%s` has no serious barrier', async (_, path) => {
    const violations = await site.look(
      path,
      async (page) => {
        // What is folded away is for everybody too.
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
        });
        // What is wider than its place can be scrolled by keyboard, as soon as its observer has seen that it was opened.
        await page.waitForFunction(
          () =>
            [...document.querySelectorAll<HTMLElement>('main :is(pre, table)')].every(
              (wide) => wide.scrollWidth <= wide.clientWidth || wide.tabIndex === 0,
            ),
          undefined,
          { polling: 50 },
        );
        await page.evaluate(axe.source);
        return page.evaluate(async () => {
          const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
          return found
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(
              ({ id, nodes }) =>
                `${id}: ${nodes
                  .slice(0, 3)
                  .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
                  .join('\n')}`,
            );
        });
      },
      { colorScheme },
    );
    expect(violations).toEqual([]);
  });
});
