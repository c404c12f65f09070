/**
 * What npm runs before it packs a package: empties its `dist` and builds it anew, so that nothing stale is published.
 * turbo's cache is passed over, because it would restore what was stale when it was filled.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { turbo } from './turbo.ts';

const name = process.env.npm_package_name;
const [, scope, rest = ''] = name?.match(/^@plumbline\/(spec-)?([a-z-]+)$/) ?? [];
if (!rest) {
  console.error(
    `${name ?? 'Nothing'} is no package of this repository. npm runs this script: \`npm pack\` in a package.`,
  );
  process.exit(1);
}
rmSync(join(root, scope ? 'specs' : 'packages', rest, 'dist'), { recursive: true, force: true });
turbo('build', `--filter=${name}`, '--force');
