import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { runTurbo } from '@plumbline/repository/turbo';
import { Refusal } from '../notes.ts';

/** Links the new packages and adds them to the lockfile. @throws {Refusal} When `npm install` fails. */
export function npmInstall(): void {
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Refusal('`npm install` failed. Its output is above.');
}

/**
 * Builds the packages of a vendor that is installed, and runs its contract checks, which print their result. A failure does not undo
 * anything: a person may correct the spec.
 */
export function runChecks(vendor: string): void {
  const packages = [`--filter=@plumbline/spec-${vendor}`, `--filter=@plumbline/${vendor}`];
  if (runTurbo(['build', ...packages], process.stderr) !== 0) {
    console.log(`The packages of ${vendor} do not build, so \`npm test\` will fail. The reason is above.`);
    return;
  }
  const program = join(root, 'test', 'new-vendor', 'run-checks.ts');
  const { signal } = spawnSync(process.execPath, [program, vendor], { cwd: root, stdio: 'inherit' });
  if (signal)
    console.log(`The contract checks of ${vendor} were ended by ${signal}, so how \`npm test\` will end is not known.`);
}
