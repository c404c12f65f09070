/** The page "Add a policy" of the site: one file and one line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProgram } from '@plumbline/repository/bundle-program';
import { root } from '@plumbline/repository/repository';
import { ManualClock, networkError, recordingFetch } from '@plumbline/runtime/testing';
import { afterAll, expect, it } from 'vitest';

const page = readFileSync(join(root, 'packages/docs/src/content/docs/contributing/add-a-policy.md'), 'utf8').replace(
  /\r\n/g,
  '\n',
);
const [file = '', line = ''] = [...page.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);

const folder = mkdtempSync(join(import.meta.dirname, 'examples-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a new policy needs one file and one line, and gets each attempt', async () => {
  const [, path = ''] = page.match(/The file, `packages\/runtime\/(src\/policies\/[\w-]+\.ts)`/) ?? [];
  const [, name = ''] = file.match(/export const (\w+): Policy/) ?? [];
  cpSync(join(root, 'packages', 'runtime', 'src'), join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, path), file);
  const imports = {
    '#transport': './src/pipeline/platform-transport.ts',
    '#transport-fault': './src/errors/transport-fault.ts',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));

  const client = join(folder, 'src', 'client', 'create-client.ts');
  const source = readFileSync(client, 'utf8').replace(/\r\n/g, '\n');
  const added = source.replace(/^ {4}timeout,\n/m, `${line}$&`);
  expect(added).not.toBe(source);
  writeFileSync(client, `import { ${name} } from '../${path.replace('src/', '')}';\n${added}`);

  const bundle = join(folder, 'runtime.mjs');
  writeFileSync(bundle, await bundleProgram(`export * from './src/index.ts';`, folder));
  const { defineClient, bearer } = await import(/* @vite-ignore */ pathToFileURL(bundle).href);
  const create = defineClient({
    name: 'createAcme',
    server: 'https://api.example',
    operations: { users: { get: { method: 'GET', path: '/users' } } },
    querySerialization: {},
    options: { token: {} },
    credentials: [{ required: ['token'], policy: bearer(({ token }: { token: string }) => token) }],
  });
  const [clock, fetch] = [new ManualClock(), recordingFetch([networkError('ECONNRESET'), Response.json({})])];
  await clock.run(create({ token: 'test', clock, fetch }).users.get());
  const ids = fetch.requests.map(({ headers }) => headers['x-request-id']);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
});
