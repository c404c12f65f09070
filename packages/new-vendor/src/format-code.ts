import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';

/** Formats the code and the JSON in a folder below the root, as `npm run format` would where it will be. */
export function formatFolder(folder: string): void {
  // Git ignores the folder, and Biome ignores what git does.
  biome(['check', '--write', '--vcs-use-ignore-file=false', folder]);
}

/** Formats one text, for a file of that name. */
export function formatText(path: string, text: string): string {
  return biome(['check', '--write', `--stdin-file-path=${path}`], text);
}

function biome(words: readonly string[], input?: string): string {
  const bin = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`Biome could not format what was written:\n${stdout}${stderr}`);
  return stdout;
}
