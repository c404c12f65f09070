import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';

/** What of the machine matters for the figures, and nothing that tells whose it is. */
export function describeMachine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version} on ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memory} GiB of memory`;
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  // The tools of the repository are not installed here but at its root.
  const path = findPackageJSON(name, import.meta.url);
  if (!path) throw new Error(`${name} is not installed.`);
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
