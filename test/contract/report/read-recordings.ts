import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordings } from '../recording.ts';

/** The lines of the recordings of a vendor, each once: those of tests that are refused on purpose apart. */
export interface Lines {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

/** Reads all recordings of a vendor. */
export function readRecordings(vendor: string): Lines {
  const files = existsSync(recordings) ? readdirSync(recordings) : [];
  const own = files.filter((file) => file.startsWith(`${vendor}.`));
  if (own.length === 0)
    throw new Error(`Nothing of ${vendor} is recorded. Run \`npx vitest run contract\` in test/ first.`);
  const read = (names: readonly string[]) => {
    const lines = names.flatMap((file) => readFileSync(join(recordings, file), 'utf8').split('\n'));
    return [...new Set(lines)].filter((line) => line !== '');
  };
  const isRefused = (file: string) => file.endsWith('.refused.ndjson');
  return { accepted: read(own.filter((file) => !isRefused(file))), refused: read(own.filter(isRefused)) };
}
