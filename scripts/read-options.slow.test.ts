import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import { expect, it } from 'vitest';

it.each([
  ['generate.ts', ['--chekc'], "Unknown option '--chekc'. The options are --check and --output.\n"],
  ['generate.ts', ['--output'], "Option '--output <value>' argument missing. The options are --check and --output.\n"],
  ['demo.ts', ['--jsno'], "Unknown option '--jsno'. The options are --json.\n"],
  ['demo.ts', ['json'], "Unexpected argument 'json'. The options are --json.\n"],
])('%s refuses %s in one line that names its options', (script, parameters, line) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', script), ...parameters], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: line });
});
