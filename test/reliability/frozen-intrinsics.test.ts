/** A program that froze the objects of the language gets the same errors and results. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** Runs a program in its own process, and returns what it printed. */
function run(program: string, ...flags: string[]): string {
  const parameters = ['--no-warnings', ...flags, '--input-type=module', '--eval', program];
  const { stdout, stderr } = spawnSync(process.execPath, parameters, { cwd: import.meta.dirname, encoding: 'utf8' });
  return stdout + stderr;
}

const program = `
  const { createMagicBell, createMagicBellUser } = await import('@plumbline/magicbell');
  const { createMagnify } = await import('@plumbline/magnify');
  const { ManualClock, networkError, rateLimited, recordingFetch, stalled } = await import('@plumbline/runtime/testing');
  const clock = new ManualClock();
  const print = async (script, options) => {
    const fetch = recordingFetch(script);
    const { users } = createMagicBell({ apiKey: 'key', apiSecret: 'secret', clock, fetch, ...options });
    const call = users.list().then((body) => JSON.stringify(body), (error) => error.name + ' ' + error.attempts?.length);
    console.log(await clock.run(call));
  };
  await print([networkError('ECONNRESET'), rateLimited(2), Response.json({ users: [] })]);
  await print(networkError('ECONNREFUSED'));
  await print(Response.json({}, { status: 404 }));
  await print(stalled(), { timeout: 10, retry: false });
  await print(new Response('x'.repeat(20)), { maxResponseBytes: 10 });
  const fetch = recordingFetch(Response.json({ error: 'invalid_client' }, { status: 401 }));
  const { motions } = createMagnify({ clientId: 'id', clientSecret: 'secret', clock, fetch });
  console.log(await clock.run(motions.list().catch((error) => error.name)));
`;
const expected = [
  '{"users":[]}',
  'ConnectionError 3',
  'ApiError 1',
  'TimeoutError 1',
  'ResponseSizeError 1',
  'TokenError',
  '',
].join('\n');

it('a client works with frozen intrinsics', () => {
  expect(run(program, '--frozen-intrinsics')).toBe(expected);
});

it.each(['Error', 'TypeError', 'Promise', 'Array', 'Map', 'Headers', 'Response', 'AbortSignal', 'Function'])(
  'a client works after %s.prototype is frozen',
  (name) => {
    expect(run(`Object.freeze(${name}.prototype);${program}`)).toBe(expected);
  },
);

it('a client works after Object.prototype is frozen', () => {
  expect(run(`${program.replace('const clock', 'Object.freeze(Object.prototype); const clock')}`)).toBe(expected);
});
