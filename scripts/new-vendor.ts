/**
 * `npm run new-vendor -- <vendor> --from <openapi file>`: adds a vendor and runs its contract checks, with its spec, package, snippets,
 * workflow and changeset. All evidence of the spec is unknown. `--help` prints the options.
 *
 * Exits 1 with the reason, and writes nothing, when the vendor cannot be added. A signal also leaves nothing behind.
 */
import { nameVendor } from '@plumbline/new-vendor/name-vendor';
import { Refusal } from '@plumbline/new-vendor/notes';
import { showProgress } from '@plumbline/new-vendor/progress';
import { emptySource, readSource } from '@plumbline/new-vendor/read/read-source';
import { help, readCommand } from '@plumbline/new-vendor/read-command';
import { buildSandbox, npmInstall, runChecks } from '@plumbline/new-vendor/repository/install';
import { root } from '@plumbline/repository/repository';
import { exitOnSignals, interruptedBy } from '@plumbline/repository/run-program';
import { makeTemporaryFolder } from '@plumbline/repository/temporary-folder';

const { progress, end } = showProgress(process.stderr);
process.on('exit', () => {
  end();
  const signal = interruptedBy();
  if (signal) console.error(`${signal} ended the command. Nothing was written.`);
});
exitOnSignals();
try {
  const command = readCommand(process.argv.slice(2));
  console.log(command.help ? help : await run(command));
} catch (error) {
  end();
  if (!(error instanceof Refusal)) throw error;
  console.error(`${error.message}\nNothing was written.`);
  process.exitCode = 1;
}

async function run({ name, from, install, checks }: ReturnType<typeof readCommand>): Promise<string> {
  const vendor = nameVendor(name);
  const source = from === undefined ? emptySource(vendor) : await readSource(from);
  await buildSandbox();
  // The compilers and the mock load slowly: a wrong name fails before that.
  const { addVendor } = await import('@plumbline/new-vendor/add-vendor');
  const stage = makeTemporaryFolder('.new-vendor-', root);
  const finish = async () => {
    if (install) await npmInstall();
    return checks ? await runChecks(vendor) : '';
  };
  const report = await addVendor({ vendor, source, stage, finish, progress });
  end();
  return report;
}
