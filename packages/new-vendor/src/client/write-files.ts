import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { runProgram } from '@plumbline/repository/run-program';

/** The texts of files, by their paths from the root of the repository. */
export type Files = ReadonlyMap<string, string>;

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Formats the code and the JSON in a folder below the root, by the rules of the repository. */
export async function formatFolder(folder: string): Promise<void> {
  // Git ignores the folder, and Biome ignores what Git ignores.
  await runBiome(['check', '--write', '--vcs-use-ignore-file=false', folder]);
}

/** Formats a text by the rules for its path. */
export function formatText(path: string, text: string): Promise<string> {
  return runBiome(['check', '--write', `--stdin-file-path=${path}`], text);
}

async function runBiome(words: readonly string[], input?: string): Promise<string> {
  const bin = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const options = { cwd: root, ...(input !== undefined && { input }) };
  const { status, stdout, stderr } = await runProgram(process.execPath, [bin, ...words], options);
  if (status !== 0) throw new Error(`Biome could not format the files:\n${stdout}${stderr}`);
  return stdout;
}
