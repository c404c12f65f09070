import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '@plumbline/repository/repository';
import type { Files } from '../client/write-files.ts';
import { Refusal } from '../notes.ts';

/** The changes to the repository. */
export interface Addition {
  readonly vendor: string;
  /** The folder with the files of the vendor, on the same disk. */
  readonly stage: string;
  /** Folders and files below the stage to move. None may exist in the repository. */
  readonly added: readonly string[];
  /** The files to replace, with their new text. */
  readonly edits: Files;
  /** Runs after all changes. If it throws, or the process ends meanwhile, they are undone. */
  readonly finish: () => Promise<string>;
}

/** Moves a vendor into the repository, all files or none. Resolves with the result of `finish`. */
export async function moveIntoRepository({ vendor, stage, added, edits, finish }: Addition): Promise<string> {
  const before = new Map([...edits.keys(), ...lockfiles].map((path) => [path, contentOf(path)]));
  const moved: string[] = [];
  // Those that `npm install` makes.
  const links = [vendor, `spec-${vendor}`]
    .map((name) => join('node_modules', '@plumbline', name))
    .filter((path) => !existsSync(join(root, path)));
  const undo = () => {
    for (const path of [...moved, ...links]) rmSync(join(root, path), { recursive: true, force: true });
    for (const [path, text] of before) if (text !== undefined) writeFileSync(join(root, path), text);
  };
  // Before the listener that says that nothing was written.
  process.prependListener('exit', undo);
  try {
    for (const path of added) {
      if (existsSync(join(root, path))) throw new Refusal(`${path} already exists. Remove it, or choose another name.`);
      const made = mkdirSync(dirname(join(root, path)), { recursive: true });
      if (made) moved.push(relative(root, made));
      renameSync(join(stage, path), join(root, path));
      moved.push(path);
    }
    for (const [path, text] of edits) writeFileSync(join(root, path), text);
    return await finish();
  } catch (error) {
    undo();
    throw error;
  } finally {
    process.off('exit', undo);
  }
}

/** What `npm install` changes: the lockfile, and what it notes of the installed packages. */
const lockfiles = ['package-lock.json', join('node_modules', '.package-lock.json')];

function contentOf(path: string): string | undefined {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
}
