import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { sitePath, startDocs } from '@plumbline/docs/serve';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** The site as `npm run docs` serves it, and a browser to look at it with. */
export interface Site {
  readonly url: string;
  /** Opens a page of the site in a window of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a page, and closes it after the look. */
  look<T>(path: string, use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
}

/** Serves the site for the tests of a file, and opens a browser for them. */
export function useSite(): Site {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startDocs>>;
  beforeAll(async () => {
    server = await startDocs();
    browser = await chromium.launch({ executablePath: process.env.PLUMBLINE_BROWSER ?? '' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(`${server.url}/${path}`);
    return page;
  };
  return {
    get url() {
      return server.url;
    },
    open,
    look: async (path, use, options) => {
      const page = await open(path, options);
      try {
        return await use(page);
      } finally {
        await page.context().close();
      }
    },
  };
}

/** Waits until the search of a page is there. It is loaded when the browser is idle, and asking at each frame would keep it busy. */
export async function waitForSearch(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#starlight__search input'), undefined, { polling: 50 });
}

/** Every page of the built site, by its path. */
export const pages: readonly string[] = readdirSync(sitePath, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('index.html'))
  .map((path) =>
    path
      .split(sep)
      .join('/')
      .replace(/index\.html$/, ''),
  )
  .sort();

/** A page of each kind. */
export const kinds: Readonly<Record<string, string>> = {
  home: '',
  guide: 'guides/retries/',
  trust: 'trust/',
  bench: 'bench/',
  overview: 'magicbell/',
  evidence: 'magnetiq/evidence/',
  changelog: 'magnify/changelog/',
  operation: 'magicbell/notifications/create/',
  'operation with unknowns': 'mx-audience/audiences/list-members/',
  'missing page': 'no-such-page/',
};
