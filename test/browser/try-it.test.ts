import { startDocs } from '@plumbline/docs/serve';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

/** Opens the form of an operation. */
async function openForm(page: Page) {
  await page.locator('.try-it > summary').click();
  const send = async () => {
    const responded = page.waitForResponse((response) => response.url().includes('/mock/m'));
    await page.getByRole('button', { name: 'Send' }).click();
    await responded;
    await page.locator('.try-sent > summary').click();
  };
  return { send, text: (part: string) => page.locator(`.try-${part}`).innerText() };
}

it('the form sends a request to the mock, and shows the request and the response', async () => {
  await site.visit('magnify/motions/get/', async (page) => {
    const { send, text } = await openForm(page);
    await send();
    expect(await text('status')).toMatch(/^200 OK · \d+ ms$/);
    expect(await text('request')).toContain('GET /motions/7c9e6679-7425-40de-944b-e07fc1f90ae7');
    expect(await text('response')).toContain('"name": "Trial check-in"');
  });
});

it('the form shows the status that a user selects', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    const { send, text } = await openForm(page);
    await page.locator('select[name="prefer"]').selectOption({ label: '429' });
    await send();
    expect(await text('status')).toContain('429');
    expect(await text('request')).toContain('Prefer: code=429');
    expect(await text('response')).toContain('"errors"');
  });
});

it('the form explains why the mock refuses a request body', async () => {
  await site.visit('magicbell/notifications/create/', async (page) => {
    const { send, text } = await openForm(page);
    await page.locator('textarea').fill('{ "notification": { "recipients": [] } }');
    await send();
    expect(await text('status')).toContain('422');
    expect((await text('violations')).split('\n')).toContain(
      "In the body: notification must have required property 'title'.",
    );
  });
});

it('a site without mocks tells how to start one', async () => {
  const published = await startDocs({ mocks: false });
  try {
    await site.visit('magnify/motions/get/', async (page) => {
      await page.goto(`${published.url}/magnify/motions/get/`);
      await page.locator('.try-it > summary').click();
      await page.locator('.try-absent').waitFor();
      expect(await page.locator('.try-absent').innerText()).toContain('npm run docs');
      expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(false);
    });
  } finally {
    await published.close();
  }
});
