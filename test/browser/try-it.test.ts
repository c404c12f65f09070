import { startDocs } from '@plumbline/docs/serve';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();

async function open(page: Page) {
  await page.locator('.try-it > summary').click();
  const send = async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/mock/m'));
    await page.getByRole('button', { name: 'Send' }).click();
    await answered;
    await page.locator('.try-result').waitFor();
  };
  return { send, text: (part: string) => page.locator(`.try-${part}`).innerText() };
}

it('sends the request of an operation to the mock, and shows both', async () => {
  await site.look('magnify/motions/get/', async (page) => {
    const { send, text } = await open(page);
    await send();
    expect(await text('status')).toMatch(/^200 OK · \d+ ms$/);
    expect(await text('request')).toContain('GET /motions/7c9e6679-7425-40de-944b-e07fc1f90ae7');
    expect(await text('answer')).toContain('"name": "Trial check-in"');
  });
});

it('shows a status that is asked for', async () => {
  await site.look('magicbell/users/list/', async (page) => {
    const { send, text } = await open(page);
    await page.locator('select[name="prefer"]').selectOption({ label: '429' });
    await send();
    expect(await text('status')).toContain('429');
    expect(await text('request')).toContain('Prefer: code=429');
    expect(await text('answer')).toContain('"errors"');
  });
});

it('says in plain words what the mock finds wrong with a body', async () => {
  await site.look('magicbell/notifications/create/', async (page) => {
    const { send, text } = await open(page);
    await page.locator('textarea').fill('{ "notification": { "recipients": [] } }');
    await send();
    expect(await text('status')).toContain('422');
    expect((await text('complaints')).split('\n')).toContain(
      "In the body: notification must have required property 'title'.",
    );
  });
});

it('says how to get a mock where the site has none beside it', async () => {
  const published = await startDocs({ mocks: false });
  try {
    await site.look('magnify/motions/get/', async (page) => {
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
