import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { describeMocks } from './describe-mocks.ts';
import { runSandboxes } from './run-sandboxes.ts';

it('runSandboxes serves each vendor with its examples, and stores what is created', async () => {
  const { commands, close } = await runSandboxes(['magicbell', 'magnify'], 0);
  onTestFinished(close);
  const { url = '' } = commands.get('magicbell') ?? {};
  const headers = {
    'X-MAGICBELL-API-KEY': 'sandbox_api_key',
    'X-MAGICBELL-API-SECRET': 'sandbox_api_secret',
    'Content-Type': 'application/json',
  };
  const emails = async () => {
    const response = await fetch(`${url}/users`, { headers });
    const { users } = (await response.json()) as { users: { email: string }[] };
    return users.map(({ email }) => email);
  };
  const before = await emails();
  expect(before).not.toEqual([]);
  const body = JSON.stringify({ user: { email: 'plum@example.com' } });
  expect((await fetch(`${url}/users`, { method: 'POST', headers, body })).status).toBe(201);
  expect(await emails()).toEqual(['plum@example.com', ...before]);
  const refused = await fetch(`${commands.get('magnify')?.url}/motions`);
  expect(refused.status).toBe(401);
});

it('a port in use is an error that names the port, and ends the other sandboxes', async () => {
  // Of the ports that a system gives to others, one could take the port before this one.
  const port = 20_001 + (process.pid % 5000) * 2;
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  await expect(runSandboxes(['magicbell', 'magnify'], port - 1)).rejects.toThrow(`port ${port} of 127.0.0.1 is in use`);
  await expect(fetch(`http://127.0.0.1:${port - 1}/users`)).rejects.toThrow('fetch failed');
});

it('the lines of stateful mocks have the credentials that they accept', async () => {
  const mocks = await runSandboxes(['magicbell', 'mx-audience'], 0);
  onTestFinished(mocks.close);
  const lines = describeMocks(mocks);
  expect(lines).toMatch(/^magicbell {4}http:\/\/127\.0\.0\.1:\d+\n {2}apiKey: sandbox_api_key\n {2}apiSecret: /);
  expect(lines).toMatch(/^mx-audience {2}http:\/\/127\.0\.0\.1:\d+\n {2}clientId: sandbox_client_id$/m);
  expect(lines).toMatch(/curl \S+\/users -H 'X-MAGICBELL-API-KEY: sandbox_api_key'/);
  expect(lines).not.toContain('Any credentials');
});

it('the lines of Prism say that it accepts any credentials', () => {
  const command = { url: 'http://127.0.0.1:4010', close: async () => {} };
  const commands = new Map([['magicbell', command]]);
  expect(describeMocks({ commands, failed: new Promise(() => {}), close: command.close })).toBe(
    `magicbell    http://127.0.0.1:4010

Any credentials are accepted. \`Prefer: code=429\` asks for a status, \`Prefer: example=page2\` for an example of the spec.
For magicbell:

  curl http://127.0.0.1:4010/users -H 'X-MAGICBELL-API-KEY: k' -H 'X-MAGICBELL-API-SECRET: s' -H 'Prefer: code=429'

Ctrl+C ends the mocks.`,
  );
});
