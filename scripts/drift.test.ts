import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

it('gives the exit code of the run, and writes to standard output what was asked for and nothing else', () => {
  const drift = (...words: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts', 'drift.ts'), ...words], { encoding: 'utf8' });
  const wrong = drift('magnify', '--format', 'html');
  expect(wrong.stderr).toBe('There is no such format. There are text, markdown, json.\n');
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  const help = drift('--help');
  expect(help.stdout).toContain('MAGNIFY_CLIENT_SECRET');
  expect([help.status, help.stderr]).toEqual([0, '']);
});
