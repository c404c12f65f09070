/** A vendor on loopback that issues the tokens t0ken-1, t0ken-2, …, and counts the requests. */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export class TokenVendor {
  /** The number of token requests that arrived. */
  tokenRequests = 0;
  /** The tokens that reads were sent with, and how often. */
  readonly reads = new Map<string, number>();
  /** Tokens that the vendor refuses. */
  readonly refused = new Set<string>();
  /** Whether token requests wait until `release` is called. */
  holds = false;
  #issued = 0;
  readonly #held: (() => void)[] = [];

  readonly #server = createServer((request, response) => {
    request.resume().on('end', () => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
      if (request.method === 'POST') {
        this.tokenRequests++;
        const issue = () => send(response, 200, { access_token: `t0ken-${++this.#issued}`, expires_in: 3600 });
        if (this.holds) this.#held.push(issue);
        else issue();
      } else {
        this.reads.set(token, (this.reads.get(token) ?? 0) + 1);
        send(response, this.refused.has(token) ? 401 : 200, { id: '1', data: [], total: 0 });
      }
    });
  });

  async listen(): Promise<this> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return this;
  }

  /** URL of the vendor. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Responds to the token requests that wait. */
  release(): void {
    this.holds = false;
    for (const issue of this.#held.splice(0)) issue();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
