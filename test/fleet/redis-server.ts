import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Redis } from '@plumbline/fleet';
import { findRedisServer } from '@plumbline/repository/find-command';
import { createClient } from 'redis';
import { describe, onTestFinished } from 'vitest';
import { type ClientName, connectors } from './redis-clients.ts';

const command = findRedisServer();

/** Tests over a Redis server. They are skipped where there is none; `redis-server.test.ts` then says so, and fails in CI. */
export const describeOverRedis: typeof describe.skip = command ? describe : describe.skip;

/** A client of node-redis. */
export type Commands = Awaited<ReturnType<typeof connectCommands>>;

/** A Redis server of a test, on a port of its own. It logs all that it writes. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** The folder of the server's own logs, the oldest first. */
  readonly logs: () => string[];
  /** Starts it again, with what it knew. */
  start(): Promise<void>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Makes the next start an empty one. Its log until then remains in `logs`. */
  forget(): void;
  /** Stops it in the middle of its work: it accepts connections, and replies to none. */
  freeze(): void;
  thaw(): void;
  /** Connects a client, which is closed with the test. */
  connect(client?: ClientName): Promise<Redis>;
  /** Connects a client for commands of the test, which is closed with it. */
  commands(): Promise<Commands>;
}

/** Starts a server on a free port of the loopback. It ends with the test. */
export async function startRedis(...parameters: string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const log = 'appendonlydir';
  let earlier = 0;
  let child: ChildProcess | undefined;
  let port = 0;

  const start = async () => {
    const address = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder];
    // The append-only file has each command that changes data, as the server carried it out.
    const logging = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'no', '--auto-aof-rewrite-percentage', '0'];
    const started = spawn(command ?? '', [...address, ...logging, ...parameters], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(started, 'exit').then(([code, signal]) => {
      throw new Error(`The Redis server ended before it was ready: ${code ?? signal}.`);
    });
    ended.catch(() => {});
    child = started;
    await Promise.race([readyLine(started), ended]);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  // Another process may take a port between the question and the start.
  for (let attempt = 1; ; attempt++) {
    port = await freePort();
    try {
      await start();
      break;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    logs: () =>
      [...Array.from({ length: earlier }, (_, index) => `${log}-${index}`), log]
        .map((name) => join(folder, name))
        .filter((path) => existsSync(path))
        .flatMap((path) =>
          readdirSync(path)
            .filter((name) => name.endsWith('.incr.aof'))
            .sort()
            .map((name) => join(path, name)),
        ),
    start,
    kill,
    forget() {
      renameSync(join(folder, log), join(folder, `${log}-${earlier++}`));
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async connect(client = 'node-redis') {
      const { redis, close } = await connectors[client](port);
      onTestFinished(close);
      return redis;
    },
    commands: () => connectCommands(port),
  };
}

async function connectCommands(port: number) {
  const client = createClient({ url: `redis://127.0.0.1:${port}` });
  // Without a listener, a lost connection ends the process.
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.destroy());
  return client;
}

async function readyLine({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) return;
  const lines = createInterface(stdout);
  for await (const line of lines) if (line.includes('Ready to accept connections')) break;
  // The pipe must not fill.
  stdout.resume();
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
