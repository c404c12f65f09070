/** A fleet of clients that share their token, for one test. */
import { setImmediate as turn } from 'node:timers/promises';
import type { FleetTokensOptions } from '@plumbline/fleet';
import { onTestFinished } from 'vitest';
import { type Commands, type RedisServer, startRedis } from './redis-server.ts';
import { createMember, type Member } from './token-member.ts';
import { TokenVendor } from './token-vendor.ts';

/** A Redis server, a vendor, and clients that share tokens. They end with the test. */
export class Fleet {
  static readonly defaultName = 'magnify/acme';
  readonly server: RedisServer;
  readonly vendor: TokenVendor;
  readonly #commands: Commands;

  private constructor(server: RedisServer, vendor: TokenVendor, commands: Commands) {
    this.server = server;
    this.vendor = vendor;
    this.#commands = commands;
  }

  static async start(): Promise<Fleet> {
    const server = await startRedis();
    const vendor = await new TokenVendor().listen();
    onTestFinished(() => vendor[Symbol.asyncDispose]());
    return new Fleet(server, vendor, await server.commands());
  }

  /** Makes a client with a connection of its own. */
  async join(options: Partial<FleetTokensOptions> = {}): Promise<Member> {
    const redis = options.redis ?? (await this.server.connect());
    return createMember(this.vendor.url, { name: Fleet.defaultName, ...options, redis });
  }

  joinAll(count: number, options: Partial<FleetTokensOptions> = {}): Promise<Member[]> {
    return Promise.all(Array.from({ length: count }, () => this.join(options)));
  }

  /** Runs a command of Redis. */
  run(...words: string[]): Promise<unknown> {
    return this.#commands.sendCommand(words);
  }

  /** The keys in Redis that match a pattern. */
  async keys(pattern = '*'): Promise<string[]> {
    return ((await this.run('KEYS', pattern)) as string[]).sort();
  }

  /** The key of the token, if there is one. */
  async tokenKey(): Promise<string> {
    return (await this.keys('*:token:*'))[0] ?? '';
  }
}

/** Reads with several clients at the same time. */
export function readAll(members: readonly Member[]): Promise<number[]> {
  return Promise.all(members.map((member) => member.read()));
}

/** Lets the event loop run until a condition holds. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await turn();
}
