/**
 * `npm run new-vendor -- <vendor> --from <openapi file>`: adds a vendor that passes `npm test`, with its spec, package, snippets,
 * workflow and changeset. All evidence of the spec is unknown. Without `--from` the spec has one operation, to be replaced.
 *
 * `--no-install` skips `npm install`. Exits 1, with the reason and nothing written, when the vendor cannot be added.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nameVendor } from '@plumbline/new-vendor/name-vendor';
import { Refusal } from '@plumbline/new-vendor/notes';
import { emptySource, readSource } from '@plumbline/new-vendor/read/read-source';
import { root } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';

const usage = 'npm run new-vendor -- <vendor> [--from <openapi file>] [--no-install]';
let stage: string | undefined;
process.on('exit', () => stage && rmSync(stage, { recursive: true, force: true }));
// Without a listener, Ctrl+C would not remove the stage.
process.on('SIGINT', () => process.exit(130));
try {
  const { name, from, install } = readCommand();
  const vendor = nameVendor(name);
  const source = from === undefined ? emptySource(vendor) : await readSource(from);
  if (!existsSync(join(root, 'packages', 'runtime', 'dist', 'index.js'))) turbo('build', '--filter=@plumbline/runtime');
  // The compilers and the mock load slowly: a wrong name fails before that.
  const { addVendor } = await import('@plumbline/new-vendor/add-vendor');
  stage = mkdtempSync(join(root, '.new-vendor-'));
  console.log(await addVendor({ vendor, source, stage, finish: install ? npmInstall : () => {} }));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

function readCommand() {
  try {
    const options = { from: { type: 'string' }, 'no-install': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [name, ...others] = positionals;
    if (others.length > 0) throw new Error(`Name one vendor, without ${others.join(' and ')}.`);
    return { name, from: values.from, install: !values['no-install'] };
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('\n')[0]}\n${usage}`);
  }
}

/** Links the new packages and adds them to the lockfile. */
function npmInstall(): void {
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Refusal('`npm install` failed. Its output is above.');
}
