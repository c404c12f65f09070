/** The programs of the guide "Across processes" run as they are printed. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readGrants } from './grant-log.ts';
import { describeOverRedis, startRedis } from './redis-server.ts';

/** Replaces the vendor in each process: it has no rows, and prints each token request. */
const vendor = `globalThis.fetch = async (input, init) => {
  const isToken = new Request(input, init).method === 'POST';
  if (isToken) console.log('token request');
  return Response.json(isToken ? { access_token: 't0ken', expires_in: 3600 } : { data: [], total: 0, page: 1, limit: 10 });
};`;

/** Runs a program of the guide, and resolves with the lines that it prints. */
async function runProgram(name: string, environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const program = join(import.meta.dirname, '..', 'snippets', 'guides', `${name}.ts`);
  const mock = `data:text/javascript,${encodeURIComponent(vendor)}`;
  const child = spawn(process.execPath, ['--import', mock, program], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(child.exitCode).toBe(0);
  return output.trim().split('\n');
}

describeOverRedis('the guide to many processes', () => {
  it('the program of limits sends one request in each of four processes, counted by one limiter', async () => {
    const server = await startRedis();
    const lines = await runProgram('processes-cluster', { REDIS_URL: server.url, MAGNETIQ_API_KEY: 'key' });
    expect(lines.map((line) => line.replace(/^\d+/, 'pid'))).toEqual(Array(4).fill('pid: status 200'));
    expect(new Set(lines).size).toBe(4);
    expect(readGrants('magnetiq/acme', server).map(({ length }) => length)).toEqual([4, 4]);
  });

  it('the program of tokens requests a token the first time, and finds it the second time', async () => {
    const environment = {
      REDIS_URL: (await startRedis()).url,
      TOKEN_KEY: randomBytes(32).toString('base64'),
      MAGNIFY_CLIENT_ID: 'c1ient',
      MAGNIFY_CLIENT_SECRET: 's3cret',
    };
    expect(await runProgram('processes-tokens', environment)).toEqual(['token request', 'status 200']);
    expect(await runProgram('processes-tokens', environment)).toEqual(['status 200']);
  });
});
