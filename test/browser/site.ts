import { readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { sitePath, startDocs } from '@plumbline/docs/serve';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** Milliseconds that playwright waits for a start, a page or an element. Its defaults are too short for a busy machine. */
const timeout = 300_000;

/** The site that `npm run docs` serves, in a browser. */
export interface Site {
  readonly url: string;
  /** Opens a page of the site in a new browser context. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a page, uses it, and closes it. */
  visit<T>(path: string, use: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
}

/** Serves the site and starts a browser for the tests of a file. */
export function useSite(): Site {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startDocs>>;
  beforeAll(async () => {
    server = await startDocs();
    browser = await chromium.launch({ executablePath: process.env.PLUMBLINE_BROWSER ?? '', timeout });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(timeout);
    const page = await context.newPage();
    await page.goto(`${server.url}/${path}`);
    return page;
  };
  return {
    get url() {
      return server.url;
    },
    open,
    visit: async (path, use, options) => {
      const page = await open(path, options);
      try {
        return await use(page);
      } finally {
        await page.context().close();
      }
    },
  };
}

/** Waits for the search of a page. It loads when the browser is idle, and a check in each frame would keep the browser busy. */
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

/** One page of each kind. */
export const kinds: Readonly<Record<string, string>> = {
  home: '',
  guide: 'guides/retries/',
  recipes: 'guides/recipes/',
  reference: 'runtime/',
  architecture: 'contributing/architecture/',
  trust: 'trust/',
  bench: 'bench/',
  overview: 'magicbell/',
  evidence: 'magnetiq/evidence/',
  changelog: 'magnify/changelog/',
  operation: 'magicbell/notifications/create/',
  'operation with unknowns': 'mx-audience/audiences/list-members/',
  missing: 'no-such-page/',
};
