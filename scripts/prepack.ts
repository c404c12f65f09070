/**
 * npm runs this before it packs a package. It empties `dist` and builds it anew, so that nothing stale is published.
 * It ignores turbo's cache, which would restore stale files.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { turbo } from '@plumbline/repository/turbo';

const name = process.env.npm_package_name;
const [, scope, rest = ''] = name?.match(/^@plumbline\/(spec-)?([a-z-]+)$/) ?? [];
if (!rest) {
  console.error(`${name ?? 'Nothing'} is not a package of this repository. Run \`npm pack\` in a package.`);
  process.exit(1);
}
rmSync(join(root, scope ? 'specs' : 'packages', rest, 'dist'), { recursive: true, force: true });
turbo('build', `--filter=${name}`, '--force');
