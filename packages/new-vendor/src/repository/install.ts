import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { runProgram } from '@plumbline/repository/run-program';
import { runTurbo } from '@plumbline/repository/turbo';
import { Refusal } from '../notes.ts';

/** Links the new packages and adds them to the lockfile. @throws {Refusal} When `npm install` fails. */
export async function npmInstall(): Promise<void> {
  const { status } = await runProgram('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: root,
    shown: 'all',
    shell: process.platform === 'win32',
  }).catch(() => ({ status: 1 }));
  if (status !== 0) throw new Refusal('`npm install` failed. Its output is above.');
}

/** Builds packages, and prints on standard error. Returns whether all of them were built. */
export async function buildPackages(...names: readonly string[]): Promise<boolean> {
  const filters = names.map((name) => `--filter=${name}`);
  return (await runTurbo(['build', ...filters], process.stderr)) === 0;
}

/**
 * Builds the sandbox, which calls are proved by, and the runtime of the clients, unless they are built. @throws {Refusal} When they do not
 * build.
 */
export async function buildSandbox(): Promise<void> {
  const isBuilt = existsSync(join(root, 'packages', 'sandbox', 'dist', 'index.js'));
  if (!isBuilt && !(await buildPackages('@plumbline/sandbox'))) throw new Refusal('The sandbox does not build.');
}

/**
 * Builds the packages of a vendor that is installed, and runs its contract checks. A failure does not undo anything: a person may correct
 * the spec. Returns the result.
 */
export async function runChecks(vendor: string): Promise<string> {
  if (!(await buildPackages(`@plumbline/spec-${vendor}`, `@plumbline/${vendor}`)))
    return `The packages of ${vendor} do not build, so \`npm test\` will fail. The reason is above.`;
  const program = [join('test', 'new-vendor', 'run-checks.ts'), vendor];
  const { signal, stdout } = await runProgram(process.execPath, program, { cwd: root, shown: 'errors' });
  const lost = `The contract checks of ${vendor} were ended by ${signal}, so how \`npm test\` will end is not known.\n`;
  return signal ? stdout + lost : stdout;
}
