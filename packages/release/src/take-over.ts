import { spawnSync } from 'node:child_process';

/**
 * Makes the changes to a copy of the repository in the repository too, all of them or none.
 *
 * @throws Where what is not committed there is in the way.
 */
export function takeOver(copy: string, root: string): void {
  // Where the copy has links, .gitignore sees no folders.
  git(copy, ['add', '--all', '--', '.', ':!**/node_modules']);
  const changes = git(copy, ['diff', '--cached', '--binary', 'HEAD']);
  git(root, ['apply', '--whitespace=nowarn'], changes);
}

function git(cwd: string, parameters: readonly string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync('git', parameters, { cwd, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`git ${parameters[0]} failed in ${cwd}: ${stderr}`);
  return stdout;
}
