/** The one command that this package needs of a Redis or Valkey client, and adapters of the common clients. */
import { PlumblineError } from '@plumbline/runtime';

/** A Redis or Valkey client as this package uses it. */
export interface Redis {
  /** Runs a Lua script with its keys and arguments (`EVAL`), and resolves with its reply. */
  evaluate(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown>;
}

/** A client of the package `redis` (node-redis), or of its kind: a client, a pool, a cluster. */
export interface NodeRedisClient {
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** A client of the package `ioredis` or `iovalkey`, or of their clusters. */
export interface IoredisClient {
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/**
 * Adapts a client of the package `redis`.
 *
 * @throws {PlumblineError} If it is another client, or the promise of one.
 */
export function nodeRedis(client: NodeRedisClient): Redis {
  checkClient('nodeRedis', client, !isIoredis(client), '`redis`');
  return {
    evaluate: (script, keys, args) => client.eval(script, { keys: [...keys], arguments: [...args] }),
  };
}

/**
 * Adapts a client of the package `ioredis` or `iovalkey`.
 *
 * @throws {PlumblineError} If it is another client, or the promise of one.
 */
export function ioredis(client: IoredisClient): Redis {
  checkClient('ioredis', client, isIoredis(client), '`ioredis` or `iovalkey`');
  return { evaluate: (script, keys, args) => client.eval(script, keys.length, ...keys, ...args) };
}

/** Both packages have a function `eval`, with other parameters. Only these clients define commands. */
const isIoredis = (client: unknown) => typeof Object(client).defineCommand === 'function';

function checkClient(adapter: string, client: unknown, isOfPackage: boolean, packages: string): void {
  if (typeof Object(client).eval === 'function' && isOfPackage) return;
  const advice = typeof Object(client).then === 'function' ? ' Await the promise first.' : '';
  throw new PlumblineError(`${adapter}: the client must be one of the package ${packages}.${advice}`);
}

/** Whether node-redis says that its client was never connected, or was closed by the program. It does not connect by itself. */
export function isClosedClient(error: unknown): boolean {
  return /client is closed/i.test(String(Object(error).message));
}

/** The message about such a client. */
export const closedClient = 'the Redis client is not connected. Call its `connect()` first.';
