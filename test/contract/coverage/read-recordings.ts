import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Recording, recordings } from '../recording.ts';

/** The recorded exchanges of a vendor as lines, each once. */
export interface Lines extends Readonly<Record<keyof Recording, readonly string[]>> {
  /** Of tests that are not checks. `redocly drift` validates them; they do not count as coverage. */
  readonly uncounted: readonly string[];
}

/** Reads all recordings of a vendor. */
export function readRecordings(vendor: string): Lines {
  const files = existsSync(recordings) ? readdirSync(recordings) : [];
  const own = files.filter((file) => file.startsWith(`${vendor}.`));
  if (own.length === 0)
    throw new Error(`Nothing of ${vendor} is recorded. Run \`npx vitest run contract\` in test/ first.`);
  const isUncounted = (file: string) => file.startsWith(`${vendor}.authentication.`);
  const read = (kind: keyof Recording, uncounted = false) => {
    const names = own.filter((file) => file.endsWith(`.${kind}.ndjson`) && isUncounted(file) === uncounted);
    const lines = names.flatMap((file) => readFileSync(join(recordings, file), 'utf8').split('\n'));
    return [...new Set(lines)].filter((line) => line !== '');
  };
  return {
    accepted: read('accepted'),
    refused: read('refused'),
    stubbed: read('stubbed'),
    uncounted: read('accepted', true),
  };
}
