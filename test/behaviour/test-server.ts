import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManualClock } from '@plumbline/runtime/testing';
import { exchangeHeader, onHeadReceived } from './heads-received.ts';

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** When it arrived, by the test's clock. */
  readonly time: number;
  /** The port of the client, which names the connection. */
  readonly clientPort: number | undefined;
}

/** A request with what a step needs to respond, or to fail. */
export interface Incoming {
  readonly request: Arrival;
  readonly response: ServerResponse;
  readonly server: TestServer;
  readonly clock: ManualClock;
}

/** What the server does with one request. */
export type Step = (incoming: Incoming) => void;

/** A server on loopback that does what its script says, and records what arrives. */
export class TestServer {
  /** All requests, in the order of their arrival. */
  readonly arrivals: Arrival[] = [];
  /** Bytes that steps sent for a client to stream. */
  sent = 0;
  /** The connections that are open, by the port of the client. */
  readonly openPorts = new Set<number | undefined>();
  /** The responses that the server withholds on purpose. */
  readonly #held = new Set<ServerResponse>();
  readonly #scripts = new Map<string, Step[]>();
  readonly #headCallbacks = new Map<string, () => void>();
  readonly #clock: ManualClock;
  readonly #server = createServer((request, response) => this.#receive(request, response));
  readonly #unsubscribe: () => void;
  #exchanges = 0;
  #port = 0;

  constructor(clock: ManualClock) {
    this.#clock = clock;
    // Only a script closes a connection.
    Object.assign(this.#server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
    this.#server.on('connection', (socket) => {
      const { remotePort } = socket;
      this.openPorts.add(remotePort);
      socket.on('close', () => this.openPorts.delete(remotePort));
    });
    // The ports of two servers in one process differ.
    this.#unsubscribe = onHeadReceived((exchange) => {
      this.#headCallbacks.get(exchange)?.();
      this.#headCallbacks.delete(exchange);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** How many requests the server makes wait on purpose. */
  get holds(): number {
    return this.#held.size;
  }

  /** Accepts connections, at the port that it had before. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Accepts no connection, and ends those that there are. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Ends the server for good. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe();
    await this.close();
  }

  /** Sets the steps for a path: one for each request, the last one also for all that follow. */
  on(path: string, ...steps: Step[]): void {
    this.#scripts.set(path, steps);
  }

  /** Forgets the requests that arrived until now. */
  forget(): void {
    this.arrivals.length = 0;
  }

  /** The requests that arrived for a path. */
  at(path: string): Arrival[] {
    return this.arrivals.filter((arrival) => arrival.path === path);
  }

  /** Marks a request as made to wait, until it is released or its connection ends. */
  hold(response: ServerResponse): void {
    if (response.closed) return;
    this.#held.add(response);
    response.on('close', () => this.release(response));
  }

  /** Marks a request as made to wait once the client has the head of its response. */
  holdAfterHead(response: ServerResponse): void {
    const exchange = String(response.getHeader(exchangeHeader));
    this.#headCallbacks.set(exchange, () => this.hold(response));
    response.on('close', () => this.#headCallbacks.delete(exchange));
  }

  /** The server goes on with a request. */
  release(response: ServerResponse): void {
    this.#held.delete(response);
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', this.url);
    response.setHeader(exchangeHeader, `${this.#port}-${++this.#exchanges}`);
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    // Never comes where a client gives up while it sends.
    request.on('end', () => {
      const { remotePort: clientPort } = request.socket;
      const arrival = { method, path, query, headers, body, time: this.#clock.now(), clientPort };
      this.arrivals.push(arrival);
      const steps = this.#scripts.get(path) ?? [];
      const step = steps.length > 1 ? steps.shift() : steps[0];
      if (!step) throw new Error(`The script has nothing for ${method} ${path}.`);
      step({ request: arrival, response, server: this, clock: this.#clock });
    });
  }
}
