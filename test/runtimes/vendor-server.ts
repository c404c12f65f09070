import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { noTimeLimits } from './no-time-limits.ts';
import { TransferServer } from './transfer-server.ts';
import { handlers } from './vendor-responses.ts';

/** The outcome of a case. */
export interface CaseOutcome {
  readonly case: string;
  /** Why the case failed; `null` if it passed. */
  readonly failure: string | null;
}

/** A server on loopback for all vendors and one run of the suite. The suite reports its outcomes to it. */
export class VendorServer {
  readonly outcomes: CaseOutcome[] = [];
  /** Resolves when the suite has ended. */
  readonly ended: Promise<void>;
  readonly #memory = new Map<string, string>();
  readonly #transfers = new TransferServer();
  readonly #server = createServer(noTimeLimits, (request, response) => this.#respond(request, response));
  readonly #files: ReadonlyMap<string, string>;
  #end: () => void = () => {};

  /** @param files Static files by their path: a page and its script. */
  constructor(files: ReadonlyMap<string, string> = new Map()) {
    this.#files = files;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Starts the server, and returns its URL. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Closes the server and its connections. */
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://loopback');
    if (path.startsWith('/transfers/')) return this.#transfers.respond(request, response);
    const body = await text(request);
    const file = this.#files.get(path);
    if (path === '/report') {
      const report = JSON.parse(body);
      if (report.end) this.#end();
      else this.outcomes.push(report);
      response.end();
    } else if (file !== undefined) {
      response
        .setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
        .end(file);
    } else {
      const handler = Object.entries(handlers).find(([start]) => `${method} ${path}`.startsWith(start))?.[1];
      if (handler) handler({ method, path, query, headers, body, memory: this.#memory }, response);
      else response.writeHead(404).end();
    }
  }
}
