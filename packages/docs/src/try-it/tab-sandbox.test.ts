import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-magicbell/sandbox';
import { describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';
import { TabSandbox } from './tab-sandbox.ts';

const headers = { 'X-MAGICBELL-API-KEY': 'sandbox_api_key', 'X-MAGICBELL-API-SECRET': 'sandbox_api_secret' };
const url = 'https://api.magicbell.com/users';
const post = (email: string) => ({
  ...{ method: 'POST', url, body: JSON.stringify({ user: { email } }) },
  headers: { ...headers, 'Content-Type': 'application/json' },
});
const get = (path = '') => ({ method: 'GET', url: url + path, headers });

/** A tab, whose pages share what it stores. */
class Tab {
  readonly stored = new Map<string, string>();
  date = 1_800_000_000_000;
  isFull = false;

  openPage(): TabSandbox {
    const getItem = (key: string) => this.stored.get(key) ?? null;
    const setItem = (key: string, value: string) => {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      this.stored.set(key, value);
    };
    const storage = () => ({ getItem, setItem });
    return new TabSandbox({ vendor: 'magicbell', data, createSandbox, storage, date: () => this.date });
  }
}

async function read(response: Promise<{ response: Response }>): Promise<Record<string, Record<string, unknown>>> {
  return (await (await response).response.json()) as Record<string, Record<string, unknown>>;
}

describe('the sandbox of a tab', () => {
  it('a page has what another page created, with the same id and the same time', async () => {
    const tab = new Tab();
    const { user: created } = await read(tab.openPage().send(post('ada@example.com')));
    tab.date += 60_000;
    const { user } = await read(tab.openPage().send(get(`/${created?.id}`)));
    expect(user).toEqual(created);
    expect(await read(tab.openPage().send(post('grace@example.com')))).not.toMatchObject({ user: { id: created?.id } });
  });

  it('a page that was left and is shown again has what the next page created', async () => {
    const tab = new Tab();
    const first = tab.openPage();
    await first.send(get());
    const { user } = await read(tab.openPage().send(post('ada@example.com')));
    expect((await first.send(get(`/${user?.id}`))).response.status).toBe(200);
  });

  it('two requests at once are both kept', async () => {
    const tab = new Tab();
    const page = tab.openPage();
    await Promise.all([page.send(post('ada@example.com')), page.send(post('grace@example.com'))]);
    const { users } = await read(page.send(get()));
    expect(JSON.stringify(users)).toMatch(/grace@example.com.*ada@example.com/);
  });

  it('a reset forgets what was created, and keeps the examples', async () => {
    const page = new Tab().openPage();
    const { user } = await read(page.send(post('ada@example.com')));
    page.reset();
    expect((await page.send(get(`/${user?.id}`))).response.status).toBe(404);
    expect(JSON.stringify(await read(page.send(get())))).toContain('mary@example.com');
  });

  it('a page without storage remembers until it is left', async () => {
    const tab = new Tab();
    tab.isFull = true;
    const page = tab.openPage();
    const { user } = await read(page.send(post('ada@example.com')));
    expect((await page.send(get(`/${user?.id}`))).response.status).toBe(200);
    expect((await tab.openPage().send(get(`/${user?.id}`))).response.status).toBe(404);
  });

  it('stored text other than a list of requests is ignored', async () => {
    const tab = new Tab();
    const page = tab.openPage();
    for (const text of ['{', '{}', '[{"url":"https://api.magicbell.com/no/such/path"}]']) {
      tab.stored.set('plumbline-try-it-magicbell', text);
      expect((await page.send(get())).response.status).toBe(200);
    }
  });

  it('a response lists what it leans on, also where an earlier response leaned on it', async () => {
    const page = new Tab().openPage();
    const { assumptions } = await page.send(post('ada@example.com'));
    expect(assumptions).not.toEqual([]);
    expect((await page.send(post('ada@example.com'))).assumptions).toEqual(assumptions);
  });
});

describe('a response', () => {
  it('a response shows its body as indented JSON', async () => {
    const shown = await exchange(new Tab().openPage(), get(), undefined);
    expect(shown).toMatchObject({ status: 200, reason: '', headers: [['content-type', 'application/json']] });
    expect(shown.body).toContain('\n  "users": [');
  });

  it('a refused request has a reason, in the words of the sandbox', async () => {
    const shown = await exchange(new Tab().openPage(), post(`${'a'.repeat(300)}@example.com`), ['/errors/0/message']);
    expect(shown).toMatchObject({ status: 422, reason: expect.stringMatching(/^body\/user\/email: .*255/) });
    expect(JSON.parse(shown.body).errors[0].message).toBe(shown.reason);
  });

  it('an operation that the vendor does not have is an error that names others', async () => {
    const send = new Tab().openPage().send({ ...get(), url: 'https://api.magicbell.com/user' });
    await expect(send).rejects.toThrow(/no operation GET \/user.*"GET \/users"/);
  });
});
