import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

function drift(...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'scripts', 'drift.ts'), ...args], { encoding: 'utf8' });
}

it.each([
  [[], `Name one vendor: ${vendors.join(', ')}.`],
  [['hunter2'], 'Name one vendor'],
  [['magnify', 'hunter2'], 'Name one vendor'],
  [['magnify', '--hunter2'], 'An option is unknown or lacks its value.'],
  [['magnify', '--traffic'], 'An option is unknown or lacks its value.'],
  [['magnify', '--base-url', 'hunter2'], '--base-url must be an absolute URL.'],
])('drift exits 2 for %j, says what to do and repeats no argument', (args, message) => {
  const { status, stdout, stderr } = drift(...args);
  expect(stderr).toContain(message);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).not.toContain('hunter2');
});

it('drift --help prints the usage to standard output', () => {
  const { status, stdout, stderr } = drift('--help');
  expect(stdout).toContain('MAGNIFY_CLIENT_SECRET');
  expect([status, stderr]).toEqual([0, '']);
});
