/** `npm run test:browser`: the site in a browser. Without one it says so and ends, but fails in CI. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserMissing, findBrowser } from '@plumbline/repository/find-browser';

const browser = process.env.PLUMBLINE_BROWSER ?? findBrowser();
if (browser) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const env = { ...process.env, PLUMBLINE_BROWSER: browser };
  const cwd = dirname(import.meta.dirname);
  process.exitCode =
    spawnSync(process.execPath, [vitest, 'run', '--dir', 'browser'], { cwd, env, stdio: 'inherit' }).status ?? 1;
} else {
  console.error(browserMissing);
  if (process.env.CI) process.exitCode = 1;
}
