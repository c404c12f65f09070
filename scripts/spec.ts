/**
 * `npm run spec -- [vendor…]`: everything that follows a change to a spec. Lints and bundles it, generates and builds the client, runs the
 * contract checks and the mutants that the change can have touched, and writes the results and every figure that comes from them.
 *
 * Without a vendor it does so for all. Exits 1 where a mutant survives or no test reaches something. Where a step fails, the files are
 * as they were before.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { exitOnSignals } from '@plumbline/repository/run-program';
import { turbo } from '@plumbline/repository/turbo';
import { writeFiles } from '@plumbline/repository/write-files';
import { generatedFiles } from '@plumbline/spec-tools/generate/generated-files';

const names = process.argv.slice(2);
const unknown = names.filter((name) => !vendors.includes(name));
if (unknown.length > 0) {
  console.error(`There is no vendor ${unknown.join(' or ')}. The vendors are ${vendors.join(', ')}.`);
  process.exit(1);
}
const chosen = names.length > 0 ? names : vendors;

turbo('build', ...chosen.map((vendor) => `--filter=@plumbline/spec-${vendor}`));
const generated = writeFiles((await Promise.all(chosen.map((vendor) => generatedFiles(vendor)))).flat());

process.on('exit', restore);
exitOnSignals();
turbo('build', '--filter=!@plumbline/docs');
const measure = join(root, 'test', 'figures', 'update-figures.ts');
const { status } = spawnSync(process.execPath, [measure, ...chosen], { cwd: root, stdio: 'inherit' });
if (status !== 0 && status !== 3) process.exit(1);
process.off('exit', restore);

for (const path of generated.changed) console.log(`wrote ${path}`);
console.log(
  status === 0
    ? 'Next: `npx changeset` if users notice the change, and commit what was written.'
    : 'Next: do what stands above, and run this command again.',
);
process.exitCode = status === 0 ? 0 : 1;

/** A client that was generated from a spec that fails is of no use. */
function restore(): void {
  generated.undo();
  console.error('A step failed, so nothing was written.');
}
