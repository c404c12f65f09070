/** A fault that a retry does not change is not retried, and its message names it. A connection that was never made may be retried. */
import { createServer as createPlainServer, type Server } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { createMagicBell } from '@plumbline/magicbell';
import { createMagnify } from '@plumbline/magnify';
import type { ClientOptions } from '@plumbline/runtime';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reset, respond } from '../behaviour/steps.ts';
import { createTestClient, type Failure } from '../behaviour/test-client.ts';
import type { Step } from '../behaviour/test-server.ts';
import { subjects, transports } from '../behaviour/transports.ts';
import { certificate, privateKey } from './certificate.ts';

/** Sends this text in place of a response, and closes the connection. */
const raw =
  (text: string): Step =>
  ({ response }) => {
    response.socket?.end(text);
  };
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Listens on a free port until the test ends. */
async function listen(server: Server): Promise<{ readonly port: number; readonly connections: () => number }> {
  let connections = 0;
  server.on('connection', (socket) => {
    connections++;
    socket.on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as { port: number }).port, connections: () => connections };
}

const tls = (options: object) => createTlsServer({ key: privateKey, cert: certificate, ...options }, (s) => s.end());

describe.each(transports)('over $name', ({ options }) => {
  const failureOf = async (baseUrl: string, given: ClientOptions = {}): Promise<Failure> => {
    const quick = { retry: { baseDelay: 0 }, ...options, ...given };
    const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl, ...quick });
    return magicbell.users.list().then(
      () => expect.unreachable(),
      (error) => error as Failure,
    );
  };

  it.each([
    ['a certificate that is not trusted', () => tls({}), /certificate.*\([A-Z_]*CERT[A-Z_]*\)/],
    ['a server that speaks no TLS', () => createPlainServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n')), /TLS/],
    ['a server that speaks only TLS 1.1', () => tls({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }), /TLS/],
    ['a server without a common cipher', () => tls({ ciphers: 'PSK-AES128-CBC-SHA', maxVersion: 'TLSv1.2' }), /TLS/],
  ])('%s ends a call after one connection', async (_, create, message) => {
    const server = await listen(create());
    const error = await failureOf(`https://localhost:${server.port}`);
    expect(error).toMatchObject({ name: 'ConnectionError', permanent: true, attempts: [{ reason: 'final' }] });
    expect(error.message).toMatch(message);
    expect(server.connections()).toBe(1);
  });

  it('a certificate of the token endpoint that is not trusted ends a call after one connection', async () => {
    const server = await listen(tls({}));
    const url = `https://localhost:${server.port}`;
    const tokenUrl = `${url}/oauth2/token`;
    const quick = { retry: { baseDelay: 0 }, ...options };
    const { motions } = createMagnify({ clientId: 'id', clientSecret: 'secret', tokenUrl, baseUrl: url, ...quick });
    const error = await motions.list().then(
      () => expect.unreachable(),
      (cause) => cause as Failure,
    );
    expect(error).toMatchObject({ name: 'TokenError', attempts: [{ reason: 'final' }] });
    expect(error.message).toMatch(/^POST \/oauth2\/token: the certificate/);
    expect(server.connections()).toBe(1);
  });

  it('a certificate that is not trusted ends a create after one connection', async () => {
    const server = await listen(tls({}));
    const baseUrl = `https://localhost:${server.port}`;
    const magicbell = createMagicBell({ apiKey: 'key', apiSecret: 'secret', baseUrl, ...options });
    const notification = { title: 'Hi', recipients: [{ email: 'mary@example.com' }] };
    const error = await magicbell.notifications.create({ notification }).then(
      () => expect.unreachable(),
      (cause) => cause as Failure,
    );
    expect(error).toMatchObject({ name: 'ConnectionError', permanent: true });
    expect(server.connections()).toBe(1);
  });

  it('a `fetch` that returns no Response is the mistake of the caller', async () => {
    for (const value of [undefined, null, {}, 'text']) {
      let sent = 0;
      const fetch = (async () => {
        sent++;
        return value;
      }) as never;
      expect(await failureOf('https://api.example.com', { fetch })).toMatchObject({ name: 'PlumblineError' });
      expect(sent).toBe(1);
    }
  });

  it.each([
    ['an invalid URL', { url: 'no url' }],
    ['a URL with credentials', { url: 'http://user:s3cret@127.0.0.1/' }],
    ['a scheme that is not HTTP', { url: 'ftp://127.0.0.1/' }],
    ['a body in a GET', { body: '{}' }],
  ])('a policy that makes %s is the mistake of the caller', async (_, changes) => {
    const policies = { attempt: [(request, next) => next(request.with(changes))] } satisfies ClientOptions['policies'];
    const server = await listen(createPlainServer());
    const error = await failureOf(`http://127.0.0.1:${server.port}`, { policies });
    expect(error).toMatchObject({ name: 'PlumblineError' });
    expect(error.message).not.toContain('s3cret');
    expect(server.connections()).toBe(0);
  });
});

describe.each(subjects)('$name', (subject) => {
  it.each([
    ['a malformed status line', raw('HTTP/1.1 abc OK\r\n\r\n')],
    ['text that is not HTTP', raw('SSH-2.0-OpenSSH_9.6\r\n')],
    ['a header without a name', raw(`${head}: no\r\n\r\n`)],
    ['a malformed length', raw(`${head}Content-Length: x\r\n\r\n`)],
    ['a malformed chunk', raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`)],
    ['headers that are too large', raw(`${head}X-Large: ${'x'.repeat(100_000)}\r\n\r\n`)],
    ['a body that is not gzip', respond(200, 'no', { 'Content-Encoding': 'gzip' })],
  ])('%s ends a call after one attempt', async (_, step) => {
    const client = await createTestClient(subject);
    client.onRead(step);
    const error = await client.failure(client.read());
    expect(error).toMatchObject({
      name: 'ConnectionError',
      permanent: true,
      attempts: [{ error: 'ConnectionError', reason: 'final' }],
    });
    expect(error.message).toMatch(/the response is malformed|the headers of the response are too large/);
    expect(client.reads).toBe(1);
  });

  it('a connection that may have sent a write is not retried, and the message has the code', async () => {
    const client = await createTestClient(subject);
    client.onWrite(reset('before the head'));
    const error = await client.failure(client.write());
    expect(error).toMatchObject({ name: 'ConnectionError', permanent: false, notConnected: false });
    expect(error.message).toMatch(/\((ECONNRESET|UND_ERR_SOCKET)\)/);
  });
});
