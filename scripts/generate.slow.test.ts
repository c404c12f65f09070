import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { afterAll, expect, it } from 'vitest';

const output = mkdtempSync(join(tmpdir(), 'generate-'));
afterAll(() => rmSync(output, { recursive: true }));

function generate(...parameters: string[]) {
  const script = join(root, 'scripts', 'generate.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('--check names stale files, exits 1 and writes nothing', () => {
  const { status, stdout, stderr } = generate('--check', '--output', output);
  expect(status).toBe(1);
  expect(stdout.match(/stale/g)).toHaveLength(4 * vendors.length);
  expect(stderr).toContain('npm run generate');
  expect(readdirSync(output)).toEqual([]);
});

it('generate writes the same bytes each time, and overwrites an edit', () => {
  generate('--output', output);
  const file = join(output, 'magnify', 'src', 'generated', 'operations.ts');
  const written = readFileSync(file, 'utf8');
  writeFileSync(file, `${written}// edited`);
  expect(generate('--check', '--output', output).status).toBe(1);
  const { stdout } = generate('--output', output);
  expect(stdout.match(/wrote/g)).toHaveLength(1);
  expect(readFileSync(file, 'utf8')).toBe(written);
});

it('--check accepts CRLF line ends, which git writes on Windows', () => {
  generate('--output', output);
  for (const vendor of vendors) {
    for (const name of [
      'src/generated/schema.ts',
      'src/generated/types.ts',
      'src/generated/operations.ts',
      'README.md',
    ]) {
      const file = join(output, vendor, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\n/g, '\r\n'));
    }
  }
  expect(generate('--check', '--output', output)).toMatchObject({ status: 0, stderr: '' });
});

it('--output without a name is refused, and nothing is written', () => {
  const { status, stdout, stderr } = generate('--output=');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('--output needs the name of a folder');
});
