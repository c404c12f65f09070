/** A sandbox on a port of loopback, for what takes no `fetch`: another process, another language, a browser. Node only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from './sandbox.ts';

/** A sandbox that listens. */
export interface SandboxServer {
  /** Scheme, host and port: the option `baseUrl` of the vendor's client. */
  readonly url: string;
  /** Ends all connections, and stops to listen. */
  close(): Promise<void>;
}

/**
 * Serves a sandbox over HTTP on 127.0.0.1. No page of another origin can read it.
 *
 * @param port The port to listen on. @default any free port
 * @throws {Error} If the port is in use.
 * @example
 * const vendor = createSandbox(data);
 * const server = await serveSandbox(vendor);
 * const magicbell = createMagicBell({ ...vendor.credentials, baseUrl: server.url });
 */
export async function serveSandbox(sandbox: Pick<Sandbox, 'fetch'>, port = 0): Promise<SandboxServer> {
  const server = createServer((request, response) => void respond(sandbox, request, response));
  // On a busy machine, a limit would end an idle connection while a client sends its next request.
  Object.assign(server, { keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(listenError(cause, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function respond(
  sandbox: Pick<Sandbox, 'fetch'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const controller = new AbortController();
  response.on('close', () => controller.abort());
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    );
    const sent = await sandbox.fetch(`http://127.0.0.1${request.url}`, {
      method: request.method ?? 'GET',
      headers,
      signal: controller.signal,
      ...(body.length > 0 && { body }),
    });
    response.writeHead(sent.status, Object.fromEntries(sent.headers));
    response.flushHeaders();
    for await (const chunk of sent.body ?? []) {
      // A body that is cut off ends after what was sent, so this must have left.
      await new Promise((resolve) => response.write(chunk, resolve));
    }
    response.end();
  } catch (error) {
    const { name, message, cause } = error as Error;
    // A fault of the connection, or a body that is cut off.
    if (cause !== undefined || response.headersSent) return void response.destroy();
    response.writeHead(name === 'SandboxError' ? 501 : 500, { 'content-type': 'application/json' });
    // Each client looks for the sentence where its vendor has it.
    response.end(JSON.stringify({ message, errors: [{ message }] }));
  }
}

function listenError(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  return new Error(
    `The sandbox cannot listen: port ${port} of 127.0.0.1 is in use. End the process that uses it, or choose another port.`,
    { cause },
  );
}
