import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Packed } from './pack.ts';

/** A package, with the versions that npm has. */
export interface Candidate extends Packed {
  /** `undefined` if npm could not be reached. */
  readonly onNpm: readonly string[] | undefined;
  /** The changelog entry of its version. */
  readonly changes: string;
}

/** The entry of a version in the changelog of a package. */
export function changesIn(folder: string, version: string): string {
  const path = join(folder, 'CHANGELOG.md');
  const entries = existsSync(path) ? readFileSync(path, 'utf8').split(/^## /m) : [];
  const [, ...lines] = entries.find((entry) => entry.split('\n')[0]?.trim() === version)?.split('\n') ?? [];
  return lines.join('\n').trim();
}

/** Whether a package would be published: npm does not have its version, or could not be reached. */
export function isNew({ onNpm, version }: Candidate): boolean {
  return !onNpm?.includes(version);
}

/** Describes what would be published of a package: version, size, changelog and files. */
export function describe(candidate: Candidate): string {
  const { name, version, size, unpackedSize, files, changes } = candidate;
  const width = Math.max(...files.map((file) => bytes(file.size).length));
  return [
    `${name} ${version}: ${standing(candidate)}`,
    `  ${bytes(size)} B packed, ${bytes(unpackedSize)} B unpacked, ${files.length} files`,
    ...(changes || 'Its changelog has no entry for this version.').split('\n').map((line) => `  | ${line}`.trimEnd()),
    ...files.map((file) => `  ${bytes(file.size).padStart(width)}  ${file.path}`),
  ].join('\n');
}

function standing({ onNpm, version }: Candidate): string {
  if (onNpm === undefined) return 'npm is unreachable, so its versions are unknown';
  if (onNpm.includes(version)) return 'npm has it already';
  return onNpm.length === 0 ? 'first release' : `npm has ${onNpm.at(-1)}`;
}

function bytes(count: number): string {
  return count.toLocaleString('en-US');
}
