/**
 * `node --import ./scripts/check-install.js <script>`: every npm script of the root starts so. Where the install cannot run the script,
 * this prints what to do and exits 1. It is plain JavaScript because the Node of the machine may not run TypeScript.
 */
import { existsSync } from 'node:fs';

const problem = findProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}

function findProblem() {
  // npm writes this file last, so an interrupted install has none.
  if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) {
    return 'The dependencies are not installed, or the install was interrupted: run `npm ci`.';
  }
  // The scripts use `import.meta.main`, which came with Node 24.2.
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 24 || (major === 24 && minor >= 2)) return undefined;
  return `This is Node ${process.versions.node}. The install lacks Node 24, which an install script adds: run \`npm rebuild node --ignore-scripts=false\`.`;
}
