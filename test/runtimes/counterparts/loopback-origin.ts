import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noTimeLimits } from '../no-time-limits.ts';
import { TransferServer } from '../transfer-server.ts';
import { codedResponses } from './coded-responses.ts';

/**
 * A server on loopback for one counterpart. Its response contains `server` as the id of the user. Headers of the response describe
 * the request: proxied or direct, its number, its client port, its `Sec-Fetch-Mode`.
 */
export class LoopbackOrigin {
  /** Local ports of the connections that the proxy made. */
  readonly proxyPorts: Set<number> = new Set();
  readonly #server = createServer(noTimeLimits, (request, response) => this.#respond(request, response));
  readonly #transfers = new TransferServer();
  readonly #stalled = new Set<ServerResponse>();
  /** Promises that resolve when a connection closes, by the port of the client. */
  readonly #closing = new Map<string, Promise<unknown>>();
  #requests = 0;
  #proxied = 0;

  /** Starts the server, and returns its URL. */
  async listen(): Promise<string> {
    this.#server.on('connection', (socket) => {
      this.#closing.set(String(socket.remotePort), new Promise((resolve) => socket.once('close', resolve)));
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Closes the server and its connections. */
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    if (request.url?.startsWith('/transfers/')) return void this.#transfers.respond(request, response);
    const [kind, name = ''] = request.url?.split('/').slice(-2) ?? [];
    if (name === 'hang-up') {
      for (const { socket } of this.#stalled) socket?.destroy();
      response.end();
      return;
    }
    if (kind === 'closed') {
      void this.#closing.get(name)?.then(() => response.end());
      return;
    }
    const proxied = this.proxyPorts.has(request.socket.remotePort ?? 0);
    this.#requests++;
    if (proxied) this.#proxied++;
    response
      .setHeader('Content-Type', 'application/json')
      .setHeader('X-Came-By', proxied ? 'proxy' : 'direct')
      .setHeader('X-Proxied', this.#proxied)
      .setHeader('X-Requests', this.#requests)
      .setHeader('X-Port', request.socket.remotePort ?? 0)
      .setHeader('X-Mode', String(request.headers['sec-fetch-mode'] ?? 'none'));
    const coded = codedResponses[name];
    if (coded) {
      response.writeHead(coded.status ?? 200, { 'Content-Encoding': coded.coding });
      // Without a Content-Length, so that an empty body has a coding.
      if (coded.body.length > 0) response.write(coded.body);
      response.end();
    } else if (name === 'stalls') {
      this.#stalled.add(response);
      response.write('{"user":');
    } else response.end(JSON.stringify({ user: { id: 'server' } }));
  }
}
