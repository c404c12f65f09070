import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Files } from '../client/write-files.ts';
import { Refusal } from '../notes.ts';

/** The changes to the repository. */
export interface Addition {
  /** The folder with the files of the vendor, on the same disk. */
  readonly stage: string;
  /** Folders and files below the stage to move. None may exist in the repository. */
  readonly added: readonly string[];
  /** The files to replace, with their new text. */
  readonly edits: Files;
  /** Runs after all changes. If it throws, they are undone. */
  readonly finish: () => void;
}

/** Moves a vendor into the repository, all files or none. Synchronous, so that a signal cannot interrupt it. */
export function moveIntoRepository({ stage, added, edits, finish }: Addition): void {
  const before = new Map([...edits.keys(), 'package-lock.json'].map((path) => [path, contentOf(path)]));
  const moved: string[] = [];
  try {
    for (const path of added) {
      if (existsSync(join(root, path))) throw new Refusal(`${path} already exists. Remove it, or choose another name.`);
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
