import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../spec.ts';
import type { Files } from './vendor-files.ts';

/** Formats the files that Biome formats where they will be: code and JSON, but what is generated and the samples. */
export function formatCode(files: Files): Files {
  const isFormatted = (path: string) => /\.(ts|json)$/.test(path) && !/[\\/](generated|samples)[\\/]/.test(path);
  return new Map([...files].map(([path, text]) => [path, isFormatted(path) ? format(path, text) : text]));
}

function format(path: string, text: string): string {
  const bin = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [bin, 'check', '--write', `--stdin-file-path=${path}`],
    {
      cwd: root,
      input: text,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${path} could not be formatted:\n${stderr}`);
  return stdout;
}
