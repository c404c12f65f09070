import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Ends the process on a signal as its default does, but after what listens to `exit`. */
export function exitOnSignals(): void {
  const statuses = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
  for (const [signal, status] of Object.entries(statuses)) process.on(signal, () => process.exit(status));
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
