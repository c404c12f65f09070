import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOnSignals } from './run-program.ts';

const folders = new Set<string>();

/**
 * Makes a folder that is removed when the process ends, also by a signal.
 *
 * @param prefix How its name begins.
 * @param parent The folder to make it in. @default the folder of the system for temporary files
 */
export function makeTemporaryFolder(prefix: string, parent: string = tmpdir()): string {
  if (folders.size === 0) {
    process.on('exit', removeAll);
    exitOnSignals();
  }
  const folder = mkdtempSync(join(parent, prefix));
  folders.add(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
