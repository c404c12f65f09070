/** A page of another origin cannot read the mock: no browser gets permission for it, least of all with credentials. */
import { startMock } from '@plumbline/spec-tools/mock/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock('magicbell');
});
afterAll(() => mock.close());

const credentials = { 'X-MAGICBELL-API-KEY': 'key', 'X-MAGICBELL-API-SECRET': 'secret' };

/** The names of the response headers with which a server permits cross-origin requests. */
async function permissions(method: string, path: string, headers: Record<string, string>): Promise<string[]> {
  const response = await fetch(`${mock.url}${path}`, { method, headers });
  await response.body?.cancel();
  return [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
}

const origins = [
  ['a site', 'https://attacker.example'],
  ['a page over HTTP', 'http://attacker.example'],
  ['another port of loopback', 'http://127.0.0.1:1'],
  ['localhost', 'http://localhost:3000'],
  ['a sandboxed page', 'null'],
  ['a browser extension', 'chrome-extension://aaaabbbbccccdddd'],
  ['two origins at once', 'https://one.example https://two.example'],
  ['the wildcard', '*'],
] as const;

describe.each(origins)('with %s as the origin', (_, Origin) => {
  it.each([
    ['a read', 'GET', '/users', credentials],
    ['a read with a cookie', 'GET', '/users', { ...credentials, Cookie: 'session=1' }],
    ['a read without credentials', 'GET', '/users', {}],
    ['a path that does not exist', 'GET', '/nothing', credentials],
    ['an OPTIONS request', 'OPTIONS', '/users', {}],
  ])('%s gets no permission', async (_case, method, path, headers) => {
    expect(await permissions(method, path, { ...headers, Origin })).toEqual([]);
  });

  it.each(['GET', 'POST', 'DELETE'])('a preflight for %s is refused', async (requested) => {
    const headers = { Origin, 'Access-Control-Request-Method': requested, 'Access-Control-Request-Headers': 'x-key' };
    expect(await permissions('OPTIONS', '/users', headers)).toEqual([]);
  });
});
