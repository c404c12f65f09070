import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

it('npm run spec refuses an unknown vendor in one line that names the vendors', () => {
  const script = join(root, 'scripts', 'spec.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'unknown', 'magnify'], { encoding: 'utf8' });
  const line = `There is no vendor unknown. The vendors are ${vendors.join(', ')}.\n`;
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: line });
});
