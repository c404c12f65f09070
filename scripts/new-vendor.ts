/**
 * `npm run new-vendor -- <vendor> --from <openapi file>`: adds a vendor and runs its contract checks, with its spec, package, snippets,
 * workflow and changeset. All evidence of the spec is unknown. Without `--from` the spec has one operation, to be replaced.
 *
 * `--no-install` skips `npm install`. `--no-checks` skips the contract checks, which say whether `npm test` will pass. Exits 1 with the
 * reason, and writes nothing, when the vendor cannot be added.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nameVendor } from '@plumbline/new-vendor/name-vendor';
import { Refusal } from '@plumbline/new-vendor/notes';
import { showProgress } from '@plumbline/new-vendor/progress';
import { emptySource, readSource } from '@plumbline/new-vendor/read/read-source';
import { npmInstall, runChecks } from '@plumbline/new-vendor/repository/install';
import { root } from '@plumbline/repository/repository';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';
import { turbo } from '@plumbline/repository/turbo';

const usage = 'npm run new-vendor -- <vendor> [--from <openapi file>] [--no-install] [--no-checks]';
const flag = { type: 'boolean', default: false } as const;
const { progress, end } = showProgress(process.stderr);
try {
  const { name, from, install, checks } = readCommand();
  const vendor = nameVendor(name);
  const source = from === undefined ? emptySource(vendor) : await readSource(from);
  if (!existsSync(join(root, 'packages', 'runtime', 'dist', 'index.js'))) turbo('build', '--filter=@plumbline/runtime');
  // The compilers and the mock load slowly: a wrong name fails before that.
  const { addVendor } = await import('@plumbline/new-vendor/add-vendor');
  const stage = makeTemporaryFolder('.new-vendor-', root);
  const report = await addVendor({ vendor, source, stage, finish: install ? npmInstall : () => {}, progress });
  end();
  console.log(report);
  if (install && checks) runChecks(vendor);
} catch (error) {
  end();
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

function readCommand() {
  try {
    const options = { from: { type: 'string' }, 'no-install': flag, 'no-checks': flag } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [name, ...others] = positionals;
    if (others.length > 0) throw new Error(`Name one vendor, without ${others.join(' and ')}.`);
    return { name, from: values.from, install: !values['no-install'], checks: !values['no-checks'] };
  } catch (error) {
    throw new Refusal(`${(error as Error).message.split('\n')[0]}\n${usage}`);
  }
}
