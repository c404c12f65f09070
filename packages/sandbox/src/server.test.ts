/** The server of a sandbox: loopback only, for no page of another origin, and with errors that say what to do. */
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createMagicBell } from '@plumbline/magicbell';
import data from '@plumbline/spec-magicbell/sandbox';
import { expect, it, onTestFinished } from 'vitest';
import { createSandbox } from './create-sandbox.ts';
import { serveSandbox } from './server.ts';

const headers = { 'x-magicbell-api-key': 'sandbox_api_key', 'x-magicbell-api-secret': 'sandbox_api_secret' };

async function start(port?: number) {
  const vendor = createSandbox(data, { examples: true });
  const server = await serveSandbox(vendor, port);
  onTestFinished(server.close);
  return { vendor, ...server, port: Number(new URL(server.url).port) };
}

/** Sends bytes, and reads until the server ends the connection. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  socket.on('error', () => {});
  await once(socket, 'close');
  return received;
}
const request = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

it('a server listens on 127.0.0.1 only', async () => {
  const { url, port } = await start();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const addresses = Object.values(networkInterfaces()).flat();
  const others = addresses.filter((address) => address && address.family === 'IPv4' && !address.internal);
  for (const address of ['127.0.0.2', ...others.map((other) => other?.address ?? '')]) {
    const socket = connect(port, address);
    expect(await Promise.race([once(socket, 'connect'), once(socket, 'error')]).catch(String), address).toMatch(
      /ECONN/,
    );
  }
});

it.each(['https://attacker.example', 'http://localhost:3000', 'null'])(
  'a page of the origin %s gets no permission',
  async (Origin) => {
    const { url } = await start();
    for (const method of ['GET', 'OPTIONS', 'POST']) {
      const asked = { ...headers, Origin, 'Access-Control-Request-Method': 'POST' };
      const response = await fetch(`${url}/users`, { method, headers: asked });
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  },
);

it('a client shows what a test did wrong', async () => {
  const { url, vendor } = await start();
  vendor.resources.user.add(...Array.from({ length: 10_000 - vendor.resources.user.all().length }, () => ({})));
  const magicbell = createMagicBell({ ...vendor.credentials, baseUrl: url });
  await expect(magicbell.users.create({ user: { email: 'new@example.com' } })).rejects.toThrow(
    'POST /users: 501 The sandbox holds 10000 items of "user", and takes no more.',
  );
});

it('an unknown path gets a 501 in JSON with the nearest operation', async () => {
  const { url } = await start();
  const response = await fetch(`${url}/userz`, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([501, 'application/json']);
  expect(await response.json()).toEqual({
    message: expect.stringContaining('no operation GET /userz. Did you mean "GET /users"'),
    errors: [{ message: expect.stringContaining('no operation GET /userz') }],
  });
});

it.each(['*', '//', 'http://[', '/users/%E0%A4%A'])('the path %s gets a response in JSON', async (path) => {
  const { port } = await start();
  const response = await exchange(port, request(path).replace('Host: x', 'Host: x\r\nConnection: close'));
  expect(response).toMatch(/^HTTP\/1\.1 [45]\d\d [\s\S]+\{.+\}/);
});

it('requests of an agent share a connection', async () => {
  const { url } = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const ports = new Set<number | undefined>();
  for (let count = 0; count < 3; count++) {
    const [response] = await once(get(`${url}/users`, { agent, headers }), 'response');
    ports.add(response.socket.localPort);
    for await (const _ of response);
  }
  expect(ports.size).toBe(1);
});

it('a body of 2 MB arrives whole', async () => {
  const { vendor, url } = await start();
  const body = JSON.stringify({
    user: { email: 'mary@example.com', custom_attributes: { long: 'ü'.repeat(1_000_000) } },
  });
  const type = { 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/users`, { method: 'POST', headers: { ...headers, ...type }, body });
  expect(status).toBe(201);
  expect(vendor.requests[0]?.body).toBe(body);
});

it('a lost response ends the connection without a byte', async () => {
  const { vendor, port } = await start();
  for (const fault of ['no-connection', 'response-lost'] as const) {
    vendor.fail('users/list', { with: fault });
    expect(await exchange(port, request('/users'))).toBe('');
  }
});

it('a body that is cut off ends in its middle, without the last chunk', async () => {
  const { vendor, port } = await start();
  vendor.fail('users/list', { with: 'cut-off' });
  const response = await exchange(port, request('/users'));
  expect(response).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(response).toContain('"current_page":1,"users":[{');
  expect(response).not.toMatch(/\r\n0\r\n\r\n$/);
});

it('close ends connections that wait for a response', async () => {
  const { vendor, port, close } = await start();
  vendor.fail('users/list', { with: 'stalled' });
  const ended = exchange(port, request('/users'));
  while (vendor.requests.length === 0) await new Promise(setImmediate);
  await close();
  expect(await ended).toBe('');
});

it('a port in use is an error that says so', async () => {
  const { port } = await start();
  await expect(start(port)).rejects.toThrow(
    `The sandbox cannot listen: port ${port} of 127.0.0.1 is in use. End the process that uses it, or choose another port.`,
  );
});

it.each([-1, 65_536, 1.5, Number.NaN])('the port %j is an error', async (port) => {
  await expect(start(port)).rejects.toThrow(/port/i);
});
