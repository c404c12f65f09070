import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ManualClock } from './manual-clock.ts';

/** A request as it arrived, and when. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The time by the test's clock. */
  readonly time: number;
}

/** A request with what a step needs to answer it, or to fail. */
export interface Exchange {
  readonly request: Arrival;
  readonly response: ServerResponse;
  readonly server: ScriptedServer;
  readonly clock: ManualClock;
}

/** What the server does with one request. */
export type Step = (exchange: Exchange) => void;

/** The part of an answer that a client waits for. */
export type Part = 'head' | 'body';

/** A server on loopback that does what its script says, and remembers all that arrived. */
export class ScriptedServer {
  /** All requests, in the order of their arrival. */
  readonly arrivals: Arrival[] = [];
  /** How many requests it makes wait on purpose: for the head of their answer, or for the rest of its body. */
  readonly holds: Record<Part, number> = { head: 0, body: 0 };
  readonly #scripts = new Map<string, Step[]>();
  readonly #clock: ManualClock;
  readonly #server = createServer((request, response) => this.#receive(request, response));
  #port = 0;

  constructor(clock: ManualClock) {
    this.#clock = clock;
    // It never hangs up by itself: a reset is one that the script asked for.
    Object.assign(this.#server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Accepts connections: at its port, where it had one before. */
  async listen(): Promise<this> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  /** Accepts no connection any more, and ends those that there are. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Says what to do with the requests for a path: one step each, the last one also with all that follow. */
  on(path: string, ...steps: Step[]): void {
    this.#scripts.set(path, steps);
  }

  /** Forgets what arrived until now. */
  forget(): void {
    this.arrivals.length = 0;
  }

  /** The requests that arrived for a path. */
  at(path: string): Arrival[] {
    return this.arrivals.filter((arrival) => arrival.path === path);
  }

  /** Notes that a request is made to wait, until it is released or its connection ends. */
  hold(response: ServerResponse, part: Part): () => void {
    this.holds[part]++;
    const release = () => {
      response.off('close', release);
      this.holds[part]--;
    };
    response.on('close', release);
    return release;
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', this.url);
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    // Never comes where a client gives up while it sends.
    request.on('end', () => {
      const arrival = { method, path, query, headers, body, time: this.#clock.now() };
      this.arrivals.push(arrival);
      const steps = this.#scripts.get(path) ?? [];
      const step = steps.length > 1 ? steps.shift() : steps[0];
      if (!step) throw new Error(`The script has nothing for ${method} ${path}.`);
      step({ request: arrival, response, server: this, clock: this.#clock });
    });
  }
}
