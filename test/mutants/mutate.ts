/**
 * `npm run mutate`: makes each spec wrong in one place at a time, and fails where the contract tests do not notice.
 *
 * `npm run mutate -- [vendor…] [--json] [--operator name]… [--mutant id]…`. A run of all mutants of a vendor replaces the vendor's entry
 * in RESULTS.json. Exits 1 when too many mutants survive, when one survives without a reason in `reasons.json`, or when a reason there
 * is not needed; 2 when nothing could be measured.
 */
import { turbo } from '@plumbline/repository/turbo';
import { readOptions } from './read-mutate-options.ts';

try {
  const options = readOptions(process.argv.slice(2));
  // turbo ends the process with 1 where a build fails.
  process.on('exit', couldNotMeasure);
  turbo('build', '--filter=!@plumbline/docs');
  process.off('exit', couldNotMeasure);
  // Imported now, since the build has just made the sandbox.
  const { measureMutants } = await import('./measure-mutants.ts');
  process.exitCode = await measureMutants(options);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function couldNotMeasure(): void {
  process.exitCode = 2;
}
