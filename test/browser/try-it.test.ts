/** The form of an operation: it needs no server but one for files, and its sandbox remembers from page to page. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pages, useSite } from './site.ts';

const site = useSite();
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

/** Opens the form of an operation. */
async function openForm(page: Page, path?: string) {
  if (path !== undefined) await page.goto(`${site.url}/${path}`);
  await page.locator('.try-it > summary').click();
  const text = async (part: string) => (await page.locator(`.try-${part}`).textContent()) ?? '';
  return {
    text,
    async send() {
      await page.locator('.try-status').evaluate((status) => status.replaceChildren());
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('.try-status:not(:empty)').waitFor();
      return text('status');
    },
  };
}

const createUser = JSON.stringify({ user: { email: 'ada@example.com', first_name: 'Ada' } });

describe.each(Object.entries(sizes))('the form on a %s', (_, viewport) => {
  it('what one page creates is on the next page of the vendor, until a reset', async () => {
    await site.visit(
      'magicbell/users/create/',
      async (page) => {
        const create = await openForm(page);
        await page.locator('textarea').fill(createUser);
        expect(await create.send()).toBe('201 Created');
        const { user } = JSON.parse(await create.text('response'));

        const get = await openForm(page, 'magicbell/users/get/');
        await page.locator('input[name="user_id"]').fill(user.id);
        expect(await get.send()).toBe('200 OK');
        expect(JSON.parse(await get.text('response'))).toEqual({ user });

        await page.getByRole('button', { name: 'Reset' }).click();
        await page.getByText('The sandbox is as it was at first.').waitFor();
        expect(await get.send()).toBe('404 Not Found');
      },
      { viewport },
    );
  });
});

it('another tab has a sandbox of its own', async () => {
  await site.visit('magicbell/users/create/', async (page) => {
    const create = await openForm(page);
    await page.locator('textarea').fill(createUser);
    await create.send();
    const other = await page.context().newPage();
    const list = await openForm(other, 'magicbell/users/list/');
    await list.send();
    expect(await list.text('response')).not.toContain('ada@example.com');
  });
});

it('the keyboard opens the form, sends the request, and opens what it was', async () => {
  await site.visit('magnify/motions/get/', async (page) => {
    await page.locator('.try-it > summary').focus();
    await page.keyboard.press('Enter');
    await page.locator('input[name="motionId"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.try-status:not(:empty)').waitFor();
    await page.locator('.try-sent > summary').focus();
    await page.keyboard.press('Enter');
    const request = await page.locator('.try-request').innerText();
    expect(request).toMatch(/^GET \/motions\/7c9e6679-7425-40de-944b-e07fc1f90ae7$/m);
    expect(request).toMatch(/^Authorization: Bearer sandbox_token_1$/m);
  });
});

it('the form shows the response that a user selects', async () => {
  await site.visit('magicbell/users/list/', async (page) => {
    const { send, text } = await openForm(page);
    await page.locator('select[name="prefer"]').selectOption({ label: '429' });
    expect(await send()).toBe('429 Too Many Requests');
    expect(await text('request')).toContain('Prefer: code=429');
    expect(await text('response')).toContain('"errors"');
  });
});

it('the form says why the sandbox refuses a request', async () => {
  await site.visit('magicbell/notifications/create/', async (page) => {
    const { send, text } = await openForm(page);
    await page.locator('textarea').fill('{ "notification": { "recipients": [{ "email": "ada@example.com" }] } }');
    expect(await send()).toMatch(/^422 /);
    expect(await text('reason')).toMatch(/^body\/notification.*title/);
    expect(JSON.parse(await text('response')).errors[0].message).toBe(await text('reason'));
  });
});

it('a parameter that a client refuses gets no response, and the form says why', async () => {
  await site.visit('magicbell/users/get/', async (page) => {
    const { send, text } = await openForm(page);
    await page.locator('input[name="user_id"]').fill('..');
    expect(await send()).toBe('No response');
    expect(await text('reason')).toMatch(/user_id.*is not a path segment/);
    expect(await page.locator('.try-result').isVisible()).toBe(false);
  });
});

it('a file takes the place of the example in its part of the request body', async () => {
  await site.visit('', async (page) => {
    // No vendor of the site takes files, so that the page of another operation gets their form.
    await page.route('**/users/create/', async (route) => {
      const response = await route.fetch();
      const part = '--part\nContent-Disposition: form-data; name="photo"; filename="file"\n\nold\n--part--\n';
      const type = 'data-type="multipart/form-data; boundary=part"';
      const form = `<input type="file" data-file="photo"><textarea name="body" ${type}>${part}</textarea>`;
      const body = (await response.text()).replace(/<textarea name="body".*?<\/textarea>/s, form);
      await route.fulfill({ response, body });
    });
    const { send, text } = await openForm(page, 'magicbell/users/create/');
    const file = { name: 'rex.txt', mimeType: 'text/plain', buffer: Buffer.from('a good dog') };
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('a good dog'));
    await send();
    expect(await text('request')).toContain('filename="rex.txt"\nContent-Type: text/plain\n\na good dog\n--part--');
    expect(await text('request')).not.toContain('old');

    await page.locator('input[type="file"]').setInputFiles({ ...file, buffer: Buffer.alloc(1_000_001) });
    await page.getByText('The file is larger than 1 MB.').waitFor();
  });
});

it('a response lists what it leans on, folded, each with its level', async () => {
  await site.visit('mx-audience/audiences/list-members/', async (page) => {
    const { send } = await openForm(page);
    await send();
    const list = page.locator('.try-assumptions');
    expect(await list.locator('li').first().isVisible()).toBe(false);
    await list.locator('summary').click();
    const count = await list.locator('li').count();
    expect(await list.locator('summary').innerText()).toContain(`(${count})`);
    expect(await list.locator('li').first().innerText()).toMatch(/^\s*(inferred|unknown) /);
  });
});

it('a page loads the sandbox when the form opens, not before', async () => {
  await site.visit('', async (page) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await page.goto(`${site.url}/magicbell/users/list/`, { waitUntil: 'networkidle' });
    expect(scripts.filter((url) => url.includes('/sandbox.'))).toEqual([]);
    const loaded = page.waitForRequest((request) => request.url().includes('/sandbox.'));
    await page.locator('.try-it > summary').click();
    await loaded;
  });
});

it('a page that forbids code generation runs the sandbox', async () => {
  await site.visit('', async (page) => {
    await page.route('**/users/list/', async (route) => {
      const response = await route.fetch();
      const policy = "script-src 'self' 'unsafe-inline'";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    const loaded = page.waitForResponse((response) => response.headers()['content-security-policy'] !== undefined);
    const { send } = await openForm(page, 'magicbell/users/list/');
    await loaded;
    expect(await send()).toBe('200 OK');
  });
});

it('a browser without storage runs the sandbox, for one page', async () => {
  await site.visit('', async (page) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('', 'SecurityError');
        },
      }),
    );
    const { send, text } = await openForm(page, 'magicbell/users/create/');
    await page.locator('textarea').fill(createUser);
    await send();
    const { user } = JSON.parse(await text('response'));
    expect(await send()).toBe('201 Created');
    expect(JSON.parse(await text('response')).user.id).toBe(user.id);
  });
});

const forms = pages.filter((path) => /^(?!contributing|guides|specs)[^/]+\/(?!evidence|changelog)[^/]+\//.test(path));

describe('a form as it is opened', () => {
  it.each(forms)('the form of %s gets a success', async (path) => {
    await site.visit(path, async (page) => {
      const { send } = await openForm(page);
      expect(await send()).toMatch(/^20\d /);
    });
  });
});
