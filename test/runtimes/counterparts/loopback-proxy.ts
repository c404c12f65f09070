import { createServer, request as send } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { noTimeLimits } from '../no-time-limits.ts';
import type { LoopbackOrigin } from './loopback-origin.ts';

/** A proxy on loopback, for requests in absolute form and for tunnels (RFC 9110 §7.3.2, §9.3.6). */
export class LoopbackProxy {
  readonly #server = createServer(noTimeLimits);

  /** @param origin The server that this proxy connects to. */
  constructor(origin: LoopbackOrigin) {
    this.#server.on('request', (request, response) => {
      const { method, headers } = request;
      const onward = send(String(request.url), { method, headers, agent: false }, (received) => {
        response.writeHead(received.statusCode ?? 502, received.headers);
        received.pipe(response);
      });
      onward.on('socket', (socket) => {
        socket.on('connect', () => origin.proxyPorts.add(socket.localPort ?? 0));
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
    });
    this.#server.on('connect', (request, client, head) => {
      const { hostname, port } = new URL(`http://${request.url}`);
      const onward = connect(Number(port), hostname, () => {
        origin.proxyPorts.add(onward.localPort ?? 0);
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.write(head);
        onward.pipe(client).pipe(onward);
      });
      for (const [one, other] of [
        [onward, client],
        [client, onward],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
  }

  /** Starts the proxy, and returns its URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Closes the proxy and its connections. The origin closes those of tunnels. */
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
