import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from '@plumbline/repository/repository';
import sirv from 'sirv';

/** The folder of the built site. */
export const sitePath: string = join(root, 'packages', 'docs', 'dist');

/** The built site on a port of loopback. */
export interface DocsServer {
  /** Scheme, host and port. */
  readonly url: string;
  /** Ends all connections, and stops to listen. */
  close(): Promise<void>;
}

/**
 * Serves the files of the built site on loopback.
 *
 * @param port The port to listen on. @default any free port
 * @throws if the site is not built, or if the port is in use.
 */
export async function startDocs(port = 0): Promise<DocsServer> {
  const files = sirv(sitePath, { etag: true, extensions: ['html'] });
  const missing = readFileSync(join(sitePath, '404.html'));
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(missing);
    });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
