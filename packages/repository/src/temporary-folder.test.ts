import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const module = fileURLToPath(new URL('temporary-folder.ts', import.meta.url));
const program = `
import { makeTemporaryFolder } from ${JSON.stringify(module)};
console.log(makeTemporaryFolder('signal-'));
setInterval(() => {}, 1000);
`;

it.runIf(process.platform !== 'win32').each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a temporary folder is removed when its process gets %s', async (signal, status) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  const folder = String(line).trim();
  expect(existsSync(folder)).toBe(true);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([status, null]);
  expect(existsSync(folder)).toBe(false);
});

it('a temporary folder is removed when its process ends', async () => {
  const short = program.replace(/setInterval.+/, '');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', short], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  await once(child, 'exit');
  expect(existsSync(String(line).trim())).toBe(false);
});
