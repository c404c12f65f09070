import { spawnSync } from 'node:child_process';

/**
 * Applies the changes of a copy to the repository: all of them or none.
 *
 * @throws {Error} If uncommitted changes there conflict.
 */
export function takeOver(copy: string, root: string): void {
  // .gitignore names folders, and node_modules in the copy are links.
  git(copy, ['add', '--all', '--', '.', ':!**/node_modules']);
  const changes = git(copy, ['diff', '--cached', '--binary', 'HEAD']);
  git(root, ['apply', '--whitespace=nowarn'], changes);
}

function git(cwd: string, parameters: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync('git', parameters, { cwd, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`git ${parameters[0]} failed in ${cwd}: ${stderr}`);
  return stdout;
}
