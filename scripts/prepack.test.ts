import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

// That it empties and builds is proven by `npm run test:runtimes`, since here it would take `dist` from under other tests.
it.each([undefined, 'plumbline', '@plumbline/../specs'])('touches nothing where npm packs %s', (name) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'prepack.ts')], {
    encoding: 'utf8',
    env: { ...process.env, npm_package_name: name },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^.+ is no package of this repository\. .+\n$/);
});
