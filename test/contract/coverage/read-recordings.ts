import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Recording, recordings } from '../recording.ts';

/** The lines of the recordings of a vendor, each once, as `Recording` has them. */
export type Lines = Readonly<Record<keyof Recording, readonly string[]>>;

/** Reads all recordings of a vendor. */
export function readRecordings(vendor: string): Lines {
  const files = existsSync(recordings) ? readdirSync(recordings) : [];
  const own = files.filter((file) => file.startsWith(`${vendor}.`));
  if (own.length === 0)
    throw new Error(`Nothing of ${vendor} is recorded. Run \`npx vitest run contract\` in test/ first.`);
  const read = (kind: keyof Recording) => {
    const names = own.filter((file) => file.endsWith(`.${kind}.ndjson`));
    const lines = names.flatMap((file) => readFileSync(join(recordings, file), 'utf8').split('\n'));
    return [...new Set(lines)].filter((line) => line !== '');
  };
  return { accepted: read('accepted'), refused: read('refused'), answered: read('answered') };
}
