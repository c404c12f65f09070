/** The packed packages load in an empty project, imported and required, and both copies of them work in one process. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { readVendor } from '@plumbline/repository/vendor';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUnpackedProject, type UnpackedProject } from './unpacked-project.ts';

let project: UnpackedProject;
beforeAll(() => {
  project = createUnpackedProject();
});
afterAll(() => project?.remove());

/** Runs a program in the project, and parses what it prints. */
function run(file: string, program: string): unknown {
  writeFileSync(join(project.folder, file), program);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: project.folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const print = (expression: string) => `console.log(JSON.stringify(${expression}));`;

it.each(['runtime', 'runtime/testing', 'sandbox', 'sandbox/server', 'fleet', ...vendors])(
  '@plumbline/%s has the same exports imported and required, and is a CommonJS module if it is required',
  (name) => {
    const specifier = `@plumbline/${name}`;
    const names = 'Object.keys(all).filter((name) => name !== "default").sort()';
    const imported = run('imported.mjs', `import * as all from '${specifier}'; ${print(names)}`);
    const required = run(
      'required.cjs',
      `const all = require('${specifier}'); ${print(`{ names: ${names}, file: require.resolve('${specifier}') }`)}`,
    );
    expect(imported).not.toEqual([]);
    expect(required).toEqual({ names: imported, file: expect.stringMatching(/dist.cjs/) });
  },
);

it.each(vendors)('a sandbox of %s has the same data imported and required', (vendor) => {
  const credentials = '{ ...createSandbox(data).credentials, paths: Object.keys(data.paths).length }';
  const imported = run(
    'sandbox.mjs',
    `import { createSandbox } from '@plumbline/sandbox';
import data from '@plumbline/spec-${vendor}/sandbox';
${print(credentials)}`,
  );
  const required = run(
    'sandbox.cjs',
    `const { createSandbox } = require('@plumbline/sandbox');
const { default: data } = require('@plumbline/spec-${vendor}/sandbox');
${print(credentials)}`,
  );
  expect(imported).toMatchObject(readVendor(vendor).clients[0]?.mock ?? {});
  expect(required).toEqual(imported);
});

it('a call of a required client and one of an imported client work in one process', () => {
  const program = `
import { createRequire } from 'node:module';
import * as imported from '@plumbline/magicbell';
import { recordingFetch } from '@plumbline/runtime/testing';

const required = createRequire(import.meta.url)('@plumbline/magicbell');
const errorOf = ({ createMagicBell }) => {
  const fetch = recordingFetch(Response.json({ errors: [] }, { status: 422 }));
  const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', fetch });
  return magicbell.users.get({ user_id: 'mary' }).catch((error) => error);
};
${print('[imported.isApiError(await errorOf(required), 422), required.isApiError(await errorOf(imported), 422)]')}`;
  expect(run('both.mjs', program)).toEqual([true, true]);
});

it('a required client sends through the dispatcher of Node', () => {
  const program = `
const { createMagicBell } = require('@plumbline/magicbell');

const dispatcher = {
  dispatch() {
    throw new Error('dispatched');
  },
};
globalThis[Symbol.for('undici.globalDispatcher.1')] = dispatcher;
const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', retry: false });
magicbell.users.list().catch((error) => {
  ${print('error.cause.message')}
});`;
  expect(run('dispatcher.cjs', program)).toBe('dispatched');
});

it('readMemberRows loads its parser if it is required', () => {
  const program = `
const { createMxAudience, readMemberRows } = require('@plumbline/mx-audience');
const { recordingFetch } = require('@plumbline/runtime/testing');

const headers = { 'Content-Type': 'text/csv' };
const fetch = recordingFetch([Response.json({ access_token: 'token' }), new Response('a,b\\n1,2\\n', { headers })]);
const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', baseUrl: 'https://mx.example.com', fetch });
(async () => {
  const rows = [];
  const audience = { id_or_slug: 'vip', institution_public_id: 'INS-1' };
  for await (const row of readMemberRows(mx, audience)) rows.push(row);
  ${print('rows')}
})();`;
  expect(run('rows.cjs', program)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});
