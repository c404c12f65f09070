import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';
import { findRedisServer } from './find-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'browser-'));
const chromium = join(folder, 'chromium');
writeFileSync(chromium, '');
chmodSync(chromium, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

it('findBrowser looks through the folders of PATH', () => {
  expect(findBrowser({ PATH: ['/nowhere', folder].join(delimiter) })).toBe(chromium);
});

it('findBrowser prefers the browser that CHROME_PATH names', () => {
  expect(findBrowser({ PATH: folder, CHROME_PATH: '/opt/chrome' })).toBe('/opt/chrome');
});

it('findRedisServer finds no server in a folder without one', () => {
  expect(findRedisServer({ PATH: folder })).toBeUndefined();
});
