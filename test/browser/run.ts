/** `npm run test:browser` tests the site in a browser. Without a browser it prints how to get one, and fails only in CI. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserMissing, findBrowser } from '@plumbline/repository/find-browser';

const browser = process.env.PLUMBLINE_BROWSER ?? findBrowser();
if (browser) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = { ...process.env, PLUMBLINE_BROWSER: browser };
  const cwd = dirname(import.meta.dirname);
  // Longer than the five minutes that playwright waits: its errors name what it waited for.
  const limits = ['--test-timeout', '600000', '--hook-timeout', '600000'];
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--dir', 'browser', ...limits], {
    cwd,
    env,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error(browserMissing);
  if (process.env.CI) process.exitCode = 1;
}
