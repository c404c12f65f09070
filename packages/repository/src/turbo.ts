import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describeRun, failedTasks, type RunSummary } from './describe-run.ts';
import { browserMissing, findBrowser } from './find-browser.ts';
import { findRedisServer, redisServerMissing } from './find-command.ts';
import { root } from './repository.ts';
import { runProgram } from './run-program.ts';

const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  // Part of the hash of the browser tests, so that they run as soon as there is a browser.
  PLUMBLINE_BROWSER: findBrowser() ?? '',
  // The same for the tests over a Redis server.
  PLUMBLINE_REDIS_SERVER: findRedisServer() ?? '',
};

/** Runs `turbo run` and prints on standard error, so that standard output belongs to the calling command. Ends the process if it fails. */
export function turbo(...parameters: string[]): void {
  const program = join(root, 'scripts', 'turbo.ts');
  const { status } = spawnSync(process.execPath, [program, ...parameters], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Runs `turbo run` without the telemetry of any tool. A failed task stops only the tasks that depend on it. The reason of each failure is
 * printed once, at the end.
 *
 * @returns The exit code of turbo.
 */
export async function runTurbo(parameters: readonly string[], output: NodeJS.WriteStream): Promise<number> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('turbo/package.json')), 'bin', 'turbo');
  const earlier = new Set(summaryFiles());
  output.write(`Running ${parameters.join(' ')}. Failures are printed at the end.\n`);
  const options = ['--continue=dependencies-successful', '--output-logs=none', '--summarize'];
  // Turbo also writes a summary when a signal ends it.
  const removeSummary = () => takeSummary(earlier);
  process.on('exit', removeSummary);
  const { status, signal, stdout, stderr } = await runProgram(
    process.execPath,
    [bin, 'run', ...parameters, ...options],
    {
      cwd: root,
      env: environment,
    },
  );
  process.off('exit', removeSummary);
  const summary = takeSummary(earlier);
  const isDescribed = summary && (status === 0 || failedTasks(summary).length > 0);
  const readLog = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  if (isDescribed) output.write(`${describeRun(summary, readLog, output.isTTY)}\n`);
  else output.write(`${stdout}${stderr}${signal ? `turbo was ended by ${signal}.\n` : ''}`);
  // Printed each time, since turbo does not print again what came from its cache.
  if (parameters.includes('test:browser') && !environment.PLUMBLINE_BROWSER) output.write(`${browserMissing}\n`);
  if (parameters.includes('test') && !environment.PLUMBLINE_REDIS_SERVER) output.write(`${redisServerMissing}\n`);
  return status ?? 1;
}

const folder = join(root, '.turbo', 'runs');

function summaryFiles(): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Reads and removes the summary that a run wrote: turbo never removes them. Tasks of that run may have written others, and began later. */
function takeSummary(earlier: ReadonlySet<string>): RunSummary | undefined {
  const [first] = summaryFiles()
    .filter((name) => !earlier.has(name))
    .map((name) => ({ name, summary: JSON.parse(readFileSync(join(folder, name), 'utf8')) as RunSummary }))
    .sort((one, other) => one.summary.execution.startTime - other.summary.execution.startTime);
  if (first) rmSync(join(folder, first.name));
  return first?.summary;
}
