import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { availableParallelism, totalmem } from 'node:os';

/** Describes the machine as far as it affects the figures, without identifying it. */
export function describeMachine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version} on ${process.platform} ${process.arch}, ${availableParallelism()} cores, ${memory} GiB of memory`;
}

/** Lists packages with their versions. */
export function listVersions(packages: readonly string[]): string {
  return [...new Set(packages)]
    .sort()
    .map((name) => `${name} ${versionOf(name)}`)
    .join(', ');
}

/** The version of an installed package. */
function versionOf(name: string): string {
  // The repository's own tools are installed at its root.
  const path = findPackageJSON(name, import.meta.url);
  if (!path) throw new Error(`${name} is not installed. \`npm run bench\` installs it.`);
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
