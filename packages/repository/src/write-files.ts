import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root } from './repository.ts';

/** A text file that a command writes. */
export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

/** What `writeFiles` did. */
export interface Writing {
  /** The files whose text changed, relative to the repository. */
  readonly changed: readonly string[];
  /** Gives each of them its former text. */
  undo(): void;
}

/** Writes the files whose text is another than before, all of them or none. Line ends do not count. */
export function writeFiles(files: readonly WrittenFile[]): Writing {
  const stale = staleFiles(files);
  const before = stale.map(({ path }) => ({ path, text: readText(path) }));
  try {
    for (const { path, text } of stale) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, text);
    }
  } catch (error) {
    for (const { path } of stale) if (existsSync(`${path}.new`)) rmSync(`${path}.new`);
    throw error;
  }
  for (const { path } of stale) renameSync(`${path}.new`, path);
  return {
    changed: stale.map(({ path }) => relative(root, path)),
    undo: () => {
      for (const { path, text } of before) {
        if (text === undefined) rmSync(path, { force: true });
        else writeFileSync(path, text);
      }
    },
  };
}

/** The files whose text is another on disk. Line ends do not count. */
export function staleFiles(files: readonly WrittenFile[]): WrittenFile[] {
  return files.filter(({ path, text }) => readText(path)?.replace(/\r\n/g, '\n') !== text);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
