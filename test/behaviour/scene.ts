import { onTestFinished } from 'vitest';
import { accessToken, type Client, type CreateOptions, type Operations } from './clients.ts';
import { ManualClock } from './manual-clock.ts';
import { ScriptedServer, type Step } from './scripted-server.ts';
import { answer } from './steps.ts';
import type { Transport } from './transports.ts';
import { Wire } from './wire.ts';

/** A server and the way to it, in a time of their own. */
export interface Stage {
  readonly server: ScriptedServer;
  readonly clock: ManualClock;
  readonly wire: Wire;
}

/** A client on a stage. */
export interface Scene extends Stage, Operations {
  /** Says what the server does with the reads, one after the other. */
  onRead(...steps: Step[]): void;
  onWrite(...steps: Step[]): void;
  onToken(...steps: Step[]): void;
  /** How many reads, writes, requests for tokens arrived. */
  readonly reads: number;
  readonly writes: number;
  readonly tokens: number;
  /** Runs a call to its end and gives its error. */
  failure(call: PromiseLike<unknown>): Promise<Failure>;
}

/** An error of a call, with what the cases look at. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly cause?: unknown;
  readonly status?: number;
  readonly body?: unknown;
  readonly retryAt?: Date;
  readonly attempts?: readonly { status?: number; error?: string; reason: string; wait?: number }[];
}

/** Starts a server until the test is over. Time stands still while anything is on its way to it or back. */
export async function open({ fetch }: Transport): Promise<Stage> {
  const clock = new ManualClock();
  const server = await new ScriptedServer(clock).listen();
  onTestFinished(() => server.close());
  const wire = new Wire(fetch);
  clock.busy = () => wire.waiting.head !== server.holds.head || wire.waiting.body !== server.holds.body;
  return { server, clock, wire };
}

/** Starts a server that answers everything with success, and makes a client of it. */
export async function stage(
  { client, transport }: { client: Client; transport: Transport },
  options: Partial<CreateOptions> = {},
): Promise<Scene> {
  const { server, clock, wire } = await open(transport);
  const { readPath, writePath, tokenPath = '' } = client;
  server.on(readPath, answer(200, { id: '1' }));
  server.on(writePath, answer(200, { id: '1' }));
  server.on(tokenPath, answer(200, { access_token: accessToken, token_type: 'Bearer', expires_in: 3600 }));
  return {
    ...client.create({ baseUrl: server.url, fetch: wire.fetch, clock, ...options }),
    server,
    clock,
    wire,
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
