import { setImmediate as turn } from 'node:timers/promises';
import type { ClientOptions } from '@plumbline/runtime';
import { ManualClock } from '@plumbline/runtime/testing';
import { onTestFinished } from 'vitest';
import { respond } from './steps.ts';
import { type Step, TestServer } from './test-server.ts';
import { Traffic } from './traffic.ts';
import type { Transport } from './transports.ts';
import { accessToken, type CreateOptions, type Operations, type VendorClient } from './vendor-clients.ts';

/** A server on loopback, a clock, and the options that make a client use both. */
export interface Network {
  readonly server: TestServer;
  readonly clock: ManualClock;
  readonly traffic: Traffic;
  readonly options: ClientOptions & { readonly baseUrl: string };
}

/** A vendor's client and its server. */
export interface TestClient extends Network, Operations {
  /** Sets the steps for reads, one for each read. The last step also serves all further reads. */
  onRead(...steps: Step[]): void;
  onWrite(...steps: Step[]): void;
  onToken(...steps: Step[]): void;
  /** The number of reads, writes and token requests that arrived. */
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  /** Runs a call to its end and resolves with its error. */
  failure(call: PromiseLike<unknown>): Promise<Failure>;
}

/** The error of a call, with the properties that tests read. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly status?: number;
  readonly body?: unknown;
  readonly retryAt?: Date;
  readonly attempts?: readonly { status?: number; error?: string; reason: string; delay?: number }[];
}

/**
 * Lets the event loop run until a condition holds. The clock's `until` throws when nothing happens for some turns, and the clock
 * cannot see connections.
 */
export async function eventually(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

/** Starts a server until the test ends. The clock stands still while a request or a response is in flight. */
export async function startNetwork({ options }: Transport, given: ClientOptions = {}): Promise<Network> {
  const clock = new ManualClock();
  const server = await new TestServer(clock).listen();
  onTestFinished(() => server[Symbol.asyncDispose]());
  const traffic = new Traffic();
  clock.isBusy = () => traffic.open !== server.holds || (traffic.reads > 0 && traffic.received < server.sent);
  const { call, attempt = [] } = given.policies ?? {};
  const policies = { call, attempt: [...attempt, traffic.watch] };
  return { server, clock, traffic, options: { clock, ...options, ...given, baseUrl: server.url, policies } };
}

/** Starts a server that responds to every request with success, and creates a client for it. */
export async function createTestClient(
  { vendor, transport }: { readonly vendor: VendorClient; readonly transport: Transport },
  { limited, ...given }: Partial<CreateOptions> = {},
): Promise<TestClient> {
  const network = await startNetwork(transport, given);
  const { server, clock } = network;
  const { readPath, writePath, tokenPath = '' } = vendor;
  server.on(readPath, respond(200, { id: '1' }));
  server.on(writePath, respond(200, { id: '1' }));
  server.on(tokenPath, respond(200, { access_token: accessToken, token_type: 'Bearer', expires_in: 3600 }));
  return {
    ...network,
    ...vendor.create({ ...network.options, limited }),
    onRead: (...steps) => server.on(readPath, ...steps),
    onWrite: (...steps) => server.on(writePath, ...steps),
    onToken: (...steps) => server.on(tokenPath, ...steps),
    get reads() {
      return server.at(readPath).length;
    },
    get writes() {
      return server.at(writePath).length;
    },
    get tokens() {
      return server.at(tokenPath).length;
    },
    failure: (call) =>
      clock.run(
        call.then(
          (value) => {
            throw new Error(`It succeeded: ${JSON.stringify(value)}`);
          },
          (error: Failure) => error,
        ),
      ),
  };
}
