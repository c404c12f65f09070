/** `node scripts/turbo.ts <task…>`: `turbo run`, with the telemetry of every tool below it turned off. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserMissing, findBrowser } from '@plumbline/repository/find-browser';
import { root } from '@plumbline/repository/repository';

const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  // A part of the hash of what needs a browser: what was left out for want of one is run as soon as there is one.
  PLUMBLINE_BROWSER: findBrowser() ?? '',
};

/** Runs turbo, all that it prints on standard error, so that standard output is the calling script's own. Ends the process if it fails. */
export function turbo(...parameters: string[]): void {
  const status = run([...parameters, '--output-logs=errors-only'], ['ignore', 2, 2]);
  if (status !== 0) process.exit(status);
}

function run(parameters: readonly string[], stdio: 'inherit' | ['ignore', number, number]): number {
  const bin = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin', 'turbo');
  return spawnSync(process.execPath, [bin, 'run', ...parameters], { cwd: root, stdio, env: environment }).status ?? 1;
}

if (import.meta.main) {
  const tasks = process.argv.slice(2);
  process.exitCode = run([...tasks, '--output-logs=new-only'], 'inherit');
  // Said each time, since turbo does not print again what came from its cache.
  if (tasks.includes('test:browser') && !environment.PLUMBLINE_BROWSER) console.error(browserMissing);
}
