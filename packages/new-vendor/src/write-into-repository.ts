import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Files } from './vendor-files.ts';

/** What is put into the repository. */
export interface Placement {
  /** The folder with the files of the vendor, on the same disk. */
  readonly stage: string;
  /** Folders and files below it that do not exist in the repository yet. */
  readonly added: readonly string[];
  /** The files that change, whole. */
  readonly edits: Files;
  /** What is to succeed after that: else everything is as it was before. */
  readonly finish: () => void;
}

/** Puts a vendor into the repository, all of it or nothing. It waits for nothing, so an interruption comes before or after it. */
export function place({ stage, added, edits, finish }: Placement): void {
  const before = new Map([...edits.keys(), 'package-lock.json'].map((path) => [path, contentOf(path)]));
  const moved: string[] = [];
  try {
    for (const path of added) {
      if (existsSync(join(root, path))) throw new Error(`There is ${path} already.`);
      const made = mkdirSync(dirname(join(root, path)), { recursive: true });
      if (made) moved.push(relative(root, made));
      renameSync(join(stage, path), join(root, path));
      moved.push(path);
    }
    for (const [path, text] of edits) writeFileSync(join(root, path), text);
    finish();
  } catch (error) {
    for (const path of moved) rmSync(join(root, path), { recursive: true, force: true });
    for (const [path, text] of before) if (text !== undefined) writeFileSync(join(root, path), text);
    throw error;
  }
}

function contentOf(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
