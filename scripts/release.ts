/**
 * `npm run release -- --dry-run` shows what would be published of the committed files: versions as the pending changesets move them,
 * changelogs, files, sizes. It works in a copy, needs no token, and does not change the tree.
 *
 * `npm run release -- --version` moves the versions in the tree, in all their places, and writes the changelogs: all or nothing.
 *
 * `npm run release` publishes what npm does not have, and writes `sbom.json`. Only `.github/workflows/release.yml` may: npm knows it by
 * its OIDC token. Exits 1 on an error, after naming the packages that were published.
 */
import { moveVersionsInTree, printRelease, publish } from '@plumbline/release/release';
import { readOptions } from '@plumbline/repository/read-options';

const options = readOptions({
  'dry-run': { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
});

try {
  if (options.version) moveVersionsInTree();
  else if (options['dry-run']) await printRelease();
  else await publish();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
