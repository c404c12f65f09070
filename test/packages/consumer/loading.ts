import { spawnSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vendors } from '@plumbline/repository/repository';
import { type Compiler, check, installedFolder, type Resolution, resolutionsOf } from './compiler.ts';

/** A program that uses each package, and can be compiled to an ES module and to a CommonJS module. */
const program = `import { createFleetLimiter, createFleetTokens } from '@plumbline/fleet';
import { createMagicBell, isApiError, rateLimits as limits } from '@plumbline/magicbell';
import { createMagnetiq, rateLimits } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience, readMemberRows } from '@plumbline/mx-audience';
import { createLimiter, type Policy } from '@plumbline/runtime';
import { recordingFetch } from '@plumbline/runtime/testing';
import { createSandbox } from '@plumbline/sandbox';
import { serveSandbox } from '@plumbline/sandbox/server';
import data from '@plumbline/spec-magicbell/sandbox';

export const factories = [createMagnetiq, createMagnify, createMxAudience, readMemberRows, createLimiter, serveSandbox];
const fleet = { redis: { evaluate: async () => 0 }, name: 'acme', instances: 2 };
export const limiters = [rateLimits.pro, limits].map((each) => createFleetLimiter({ ...fleet, limits: each }));
createMagnify({ tokens: createFleetTokens({ redis: fleet.redis, name: 'acme' }) });
export const policy: Policy = (request, next) => next(request.withHeaders({ 'x-test': 'yes' }));
export const vendor = createSandbox(data);
export const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
vendor.fail('users/get', { with: 'response-lost' });
// @ts-expect-error If the types are missing, every operation may fail.
if (vendor.requests.length > 0) vendor.fail('users/gets', { with: 'response-lost' });

export async function readEmail(): Promise<string | null | undefined> {
  const fetch = recordingFetch(Response.json({ user: { email: 'mary@example.com' } }));
  const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', fetch });
  // @ts-expect-error If the types are missing, everything has this property.
  magicbell.nothing;
  for await (const bytes of magicbell.users.list().stream()) {
    const length: number = bytes.length;
    if (length > 100) break;
  }
  try {
    const { user } = await magicbell.users.get({ user_id: 'mary' });
    return user.email;
  } catch (error) {
    if (isApiError(error, 404)) return undefined;
    throw error;
  }
}
`;

const jestTest = `const specifiers = ${JSON.stringify(['runtime', 'runtime/testing', 'sandbox', 'fleet', ...vendors].map((name) => `@plumbline/${name}`))};

test.each(specifiers)('%s loads', (specifier) => {
  expect(Object.keys(require(specifier)).length).toBeGreaterThan(1);
});

test('a client receives a response', async () => {
  const { createMagicBell } = require('@plumbline/magicbell');
  const { recordingFetch } = require('@plumbline/runtime/testing');
  const fetch = recordingFetch(Response.json({ user: { email: 'mary@example.com' } }));
  const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', fetch });
  await expect(magicbell.users.get({ user_id: 'mary' })).resolves.toEqual({ user: { email: 'mary@example.com' } });
});

test('a sandbox stores what a client creates', async () => {
  const { createMagicBell } = require('@plumbline/magicbell');
  const { createSandbox } = require('@plumbline/sandbox');
  const vendor = createSandbox(require('@plumbline/spec-magicbell/sandbox').default);
  const magicbell = createMagicBell({ ...vendor.credentials, fetch: vendor.fetch });
  await magicbell.users.create({ user: { email: 'mary@example.com' } });
  expect(vendor.resources.user.all()).toMatchObject([{ email: 'mary@example.com' }]);
});

test('readMemberRows loads its parser', async () => {
  const { createMxAudience, readMemberRows } = require('@plumbline/mx-audience');
  const { recordingFetch } = require('@plumbline/runtime/testing');
  const headers = { 'Content-Type': 'text/csv' };
  const fetch = recordingFetch([Response.json({ access_token: 'token' }), new Response('a,b', { headers })]);
  const mx = createMxAudience({ clientId: 'id', clientSecret: 'secret', baseUrl: 'https://mx.example.com', fetch });
  const rows = [];
  for await (const row of readMemberRows(mx, { id_or_slug: 'vip', institution_public_id: 'INS-1' })) rows.push(row);
  expect(rows).toEqual([['a', 'b']]);
});
`;

/** An ES module and a CommonJS module. */
const bothKinds = ['loading.mts', 'loading.cts'];

/**
 * Loads the packages in a project: with each TypeScript version and module resolution, with Jest by `require`, and with ts-node.
 *
 * @throws {Error} If they do not load. The message has the output of the tool.
 */
export function checkLoading(folder: string): void {
  for (const file of ['loading.ts', ...bothKinds]) writeFileSync(join(folder, file), program);
  for (const [compiler, resolutions] of Object.entries(resolutionsOf) as [Compiler, readonly Resolution[]][]) {
    for (const resolution of resolutions) {
      // node10 does not tell them apart.
      const files = resolution === 'node10' ? ['loading.ts'] : bothKinds;
      check({ compiler, resolution, folder, files });
    }
    console.log(`Every package loads under ${compiler}, with ${resolutions.join(', ')}.`);
  }
  // A server has the types of Node, and often those of browsers too. The classes of both have one name and different types.
  copyFileSync(join(import.meta.dirname, '..', 'types', 'bytes.test-d.ts'), join(folder, 'bytes.mts'));
  for (const compiler of Object.keys(resolutionsOf) as Compiler[]) {
    const project = { compiler, resolution: 'nodenext', folder, types: ['node'] } as const;
    check({ ...project, files: [...bothKinds, 'bytes.mts'], lib: ['es2022'] });
    check({ ...project, files: ['bytes.mts'] });
  }
  console.log('Every compiler accepts the bytes of Node, with and without the types of browsers.');

  writeFileSync(join(folder, 'loading.test.js'), jestTest);
  run('jest', [join(installedFolder('jest'), 'bin', 'jest.js'), '--ci', '--rootDir', folder], folder);
  const compilerOptions = { target: 'es2022', module: 'commonjs', esModuleInterop: true, strict: true, typeRoots: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  writeFileSync(
    join(folder, 'ts-node.ts'),
    "import { readEmail } from './loading';\n\nreadEmail().then((email) => console.log(email));\n",
  );
  const bin = join(installedFolder('ts-node'), 'dist', 'bin.js');
  const output = run('ts-node', [bin, '--compiler', installedFolder('typescript-5'), 'ts-node.ts'], folder);
  if (output.trim() !== 'mary@example.com') throw new Error(`ts-node printed: ${output}`);
}

function run(tool: string, argv: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} cannot load the packages:\n${stdout}${stderr}`);
  console.log(`Every package loads in ${tool}.`);
  return stdout;
}
