import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManualClock } from '@plumbline/runtime/testing';
import { exchangeHeader, onHeadReceived } from './heads-received.ts';

/** A request that the server received completely. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Time of arrival by the test's clock, in milliseconds. */
  readonly time: number;
  /** Port of the client, which identifies the connection. */
  readonly clientPort: number | undefined;
}

/** A request, and what a step needs to respond or to fail. */
export interface Incoming {
  readonly request: Arrival;
  readonly response: ServerResponse;
  readonly server: TestServer;
  readonly clock: ManualClock;
}

/** What the server does with one request. */
export type Step = (incoming: Incoming) => void;

/** A server on loopback that runs scripted steps and records each request. */
export class TestServer {
  /** All requests, in the order of their arrival. */
  readonly arrivals: Arrival[] = [];
  /** Bytes that steps have sent to streams. */
  sent = 0;
  /** Open connections, by the port of the client. */
  readonly openPorts = new Set<number | undefined>();
  /** The responses that a step withholds. */
  readonly #held = new Set<ServerResponse>();
  readonly #scripts = new Map<string, Step[]>();
  #anyStep: Step | undefined;
  readonly #headCallbacks = new Map<string, () => void>();
  readonly #clock: ManualClock;
  readonly #server: Server;
  readonly #unsubscribe: () => void;
  #exchanges = 0;
  #port = 0;

  constructor(clock: ManualClock) {
    this.#clock = clock;
    // Only a step closes a connection. A limit of the server would depend on how busy the machine is.
    const noTimeLimits = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 };
    this.#server = createServer(noTimeLimits, (request, response) => this.#receive(request, response));
    this.#server.on('connection', (socket) => {
      const { remotePort } = socket;
      this.openPorts.add(remotePort);
      socket.on('close', () => this.openPorts.delete(remotePort));
    });
    // The header contains the port, which differs between two servers in one process.
    this.#unsubscribe = onHeadReceived((exchange) => {
      this.#headCallbacks.get(exchange)?.();
      this.#headCallbacks.delete(exchange);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The number of responses that steps withhold. */
  get holds(): number {
    return this.#held.size;
  }

  /** Accepts connections, on the same port each time. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Stops accepting connections, and closes all open ones. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Closes the server for good. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe();
    await this.close();
  }

  /** Sets the steps for a path, one for each request. The last step also serves all further requests. */
  on(path: string, ...steps: Step[]): void {
    this.#scripts.set(path, steps);
  }

  /** Sets the step for requests for all other paths. */
  onAny(step: Step): void {
    this.#anyStep = step;
  }

  /** Clears the recorded requests. */
  forget(): void {
    this.arrivals.length = 0;
  }

  /** The recorded requests for a path. */
  at(path: string): Arrival[] {
    return this.arrivals.filter((arrival) => arrival.path === path);
  }

  /** Marks a response as withheld, until it is released or its connection closes. */
  hold(response: ServerResponse): void {
    if (response.closed) return;
    this.#held.add(response);
    response.on('close', () => this.release(response));
  }

  /** Marks a response as withheld as soon as the client has its head. */
  holdAfterHead(response: ServerResponse): void {
    const exchange = String(response.getHeader(exchangeHeader));
    this.#headCallbacks.set(exchange, () => this.hold(response));
    response.on('close', () => this.#headCallbacks.delete(exchange));
  }

  /** Marks a response as no longer withheld. */
  release(response: ServerResponse): void {
    this.#held.delete(response);
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', this.url);
    response.setHeader(exchangeHeader, `${this.#port}-${++this.#exchanges}`);
    // The time of the test's clock. Dates in the response are measured by it.
    response.setHeader('Date', new Date(this.#clock.date()).toUTCString());
    // Without this hint undici closes a connection after 4 seconds of wall time. 600 is the longest time that it accepts.
    response.setHeader('Keep-Alive', 'timeout=600');
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    // Does not fire when a client aborts while it sends.
    request.on('end', () => {
      const { remotePort: clientPort } = request.socket;
      const arrival = { method, path, query, headers, body, time: this.#clock.now(), clientPort };
      this.arrivals.push(arrival);
      const steps = this.#scripts.get(path) ?? [];
      const step = (steps.length > 1 ? steps.shift() : steps[0]) ?? this.#anyStep;
      if (!step) throw new Error(`TestServer: no step for ${method} ${path}. Set one with on().`);
      step({ request: arrival, response, server: this, clock: this.#clock });
    });
  }
}
