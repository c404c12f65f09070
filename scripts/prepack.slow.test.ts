import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

// `npm run test:runtimes` tests that it empties and builds. Here it would remove `dist` while other tests use it.
it.each([undefined, 'plumbline', '@plumbline/../specs'])('prepack changes nothing when npm packs %s', (name) => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'prepack.ts')], {
    encoding: 'utf8',
    env: { ...process.env, npm_package_name: name },
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^.+ is not a package of this repository\. .+\n$/);
});
