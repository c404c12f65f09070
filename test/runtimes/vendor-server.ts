import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answers } from './answers.ts';

/** What a case came to: why it failed, or `null`. */
export interface Outcome {
  readonly case: string;
  readonly failure: string | null;
}

/** Every vendor on one loopback port, for one run of the suite, which also tells this server of its outcomes. */
export class VendorServer {
  readonly outcomes: Outcome[] = [];
  /** Settles when the suite has come to its end. */
  readonly ended: Promise<void>;
  readonly #memory = new Map<string, string>();
  readonly #server = createServer((request, response) => this.#answer(request, response));
  readonly #files: ReadonlyMap<string, string>;
  #end: () => void = () => {};

  /** @param files What is served as it is, by path: a page and its script. */
  constructor(files: ReadonlyMap<string, string> = new Map()) {
    this.#files = files;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Starts it, and gives its address. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends it, and every connection to it. */
  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://loopback');
    const body = await text(request);
    const file = this.#files.get(path);
    if (path === '/report') {
      const told = JSON.parse(body);
      if (told.end) this.#end();
      else this.outcomes.push(told);
      response.end();
    } else if (file !== undefined) {
      response
        .setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
        .end(file);
    } else {
      const answer = Object.entries(answers).find(([start]) => `${method} ${path}`.startsWith(start))?.[1];
      if (answer) answer({ method, path, query, headers, body, memory: this.#memory }, response);
      else response.writeHead(404).end();
    }
  }
}
