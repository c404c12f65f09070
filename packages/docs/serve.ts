import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root, vendors } from '@plumbline/repository/repository';
import { type MockServer, startMock } from '@plumbline/spec-tools/mock/mock-server';
import sirv from 'sirv';

/** The folder of the built site. */
export const sitePath: string = join(root, 'packages', 'docs', 'dist');

/** Options of {@link startDocs}. */
export interface DocsOptions {
  /** The port to listen on. @default 0, any free port */
  readonly port?: number;
  /** Whether to serve mocks next to the site. The published site has none. @default true */
  readonly mocks?: boolean;
}

/**
 * Serves the built site on loopback, and a mock of each vendor below `/mock/<vendor>` for the forms of its pages.
 *
 * @throws if the site is not built, or if the port is in use.
 */
export async function startDocs({ port = 0, mocks: mocked = true }: DocsOptions = {}): Promise<MockServer> {
  const files = sirv(sitePath, { etag: true, extensions: ['html'] });
  const missing = readFileSync(join(sitePath, '404.html'));
  const mocks = new Map(
    await Promise.all((mocked ? vendors : []).map(async (name) => [name, await startMock(name)] as const)),
  );
  const server = createServer((request, response) => {
    const [, vendor = '', rest = ''] = /^\/mock\/([^/?]*)(.*)$/.exec(request.url ?? '') ?? [];
    const mock = mocks.get(vendor);
    if (mock) {
      forward(request, response, mock.url + (rest.startsWith('/') ? rest : `/${rest}`));
      return;
    }
    // A page requests this to find out whether there are mocks.
    if (mocked && request.url === '/mock/') {
      response.writeHead(204, { 'X-Mocks': vendors.join(' ') }).end();
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missing);
    });
  });
  const close = async () => {
    server.closeAllConnections();
    await Promise.all([...[...mocks.values()].map((mock) => mock.close()), new Promise((done) => server.close(done))]);
  };
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Forwards a request to a mock unchanged, and returns its response. */
function forward(request: IncomingMessage, response: ServerResponse, url: string): void {
  const { host: _, ...headers } = request.headers;
  const outgoing = send(url, { method: request.method, headers }, (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.headers);
    incoming.pipe(response);
  });
  outgoing.on('error', (error) => response.destroy(error));
  request.pipe(outgoing);
}
