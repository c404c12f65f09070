import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runMocks } from './run-mocks.ts';

const statusOf = async (url: string) => (await fetch(url)).status;

/** Resolves when no process listens on a port. */
async function portIsFree(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.on('close', resolve));
  const connected = await new Promise((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  });
  if (!connected) return;
  // The system closes the connection when the process ends. A process that runs closes an idle one after a minute.
  await closed;
  await portIsFree(port);
}

it('runMocks serves each vendor, and close() ends each process', async () => {
  const { commands, close } = await runMocks(['magnify', 'mx-audience'], 0);
  const urls = [...commands.values()].map(({ url }) => url);
  expect([...commands.keys()]).toEqual(['magnify', 'mx-audience']);
  expect(await Promise.all(urls.map((url) => statusOf(`${url}/motions`)))).toEqual([401, 404]);
  await close();
  for (const url of urls) await expect(statusOf(url)).rejects.toThrow('fetch failed');
});

it('a mock gives no permission to a page of another origin', async () => {
  const { commands, close } = await runMocks(['magnify'], 0);
  for (const { url } of commands.values()) {
    const { headers } = await fetch(`${url}/motions`, { headers: { Origin: 'https://attacker.example' } });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  await close();
});

it('a mock that ends by itself is reported with its vendor and signal', async () => {
  const { commands, failed, close } = await runMocks(['magnify'], 0);
  for (const command of commands.values()) await command.close();
  expect(await failed).toBe('The mock of magnify ended: SIGTERM');
  await close();
});

it('a port in use is an error that names the vendor and the port', async () => {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await expect(runMocks(['magnify'], port)).rejects.toThrow(
    `The mock of magnify cannot listen: port ${port} is in use.`,
  );
  server.close();
});

it('a mock that cannot start is an error with the reason that Prism prints', async () => {
  await expect(runMocks(['unknown'], 0)).rejects.toThrow(/unknown\/dist\/openapi\.json .+ENOENT/s);
});

it('a mock ends with the process that started it, even if that process is killed', async () => {
  const program = `
    const { runMocks } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'run-mocks.ts')).href)});
    const { commands } = await runMocks(['magnify'], 0);
    console.log(commands.get('magnify').url);
  `;
  const parent = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Without a line, the program has printed on standard error why it ended.
  const { value: url = '' } = await createInterface(parent.stdout)[Symbol.asyncIterator]().next();
  parent.kill('SIGKILL');
  await portIsFree(Number(new URL(url).port));
});
