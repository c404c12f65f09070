import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Node loads for an import. */
export interface ImportCost {
  /** Bytes of the modules that it loads from files. */
  readonly bytes: number;
  /** Modules of Node that it loads, beyond those that each program has. */
  readonly builtins: readonly string[];
}

/**
 * Lists what an import loads, in a process of its own. Unlike its CPU time, which the bench measures, this does not depend on other work
 * on the machine.
 *
 * @param folder The folder from which the import resolves.
 */
export function readImportCost(specifier: string, folder: string): ImportCost {
  const path = join(folder, `import-cost-${process.pid}.mjs`);
  writeFileSync(path, programFor(specifier));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The import of ${specifier} failed: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(path);
  }
}

const programFor = (specifier: string) => `import { registerHooks } from 'node:module';
let bytes = 0;
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    bytes += loaded.source?.length ?? 0;
    return loaded;
  },
});
const before = new Set(process.moduleLoadList);
await import('${specifier}');
const builtins = process.moduleLoadList.filter((name) => !before.has(name));
process.stdout.write(JSON.stringify({ bytes, builtins }));
`;
