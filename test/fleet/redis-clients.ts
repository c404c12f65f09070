/** Connections to a Redis server with each client that is tested. A process loads only the one that it uses. */
import { once } from 'node:events';
import { ioredis, nodeRedis, type Redis } from '@plumbline/fleet';

/** A client of a package, and what it is to `@plumbline/fleet`. */
export interface Connection {
  readonly redis: Redis;
  close(): void;
}

interface NodeRedis {
  // Without a listener, a lost connection ends the process.
  on(event: 'error', listener: () => void): unknown;
  connect(): Promise<unknown>;
  destroy(): void;
}

async function connectNodeRedis(client: NodeRedis & Parameters<typeof nodeRedis>[0]): Promise<Connection> {
  client.on('error', () => {});
  await client.connect();
  return { redis: nodeRedis(client), close: () => client.destroy() };
}

interface Ioredis extends NodeJS.EventEmitter {
  disconnect(): void;
}

async function connectIoredis(client: Ioredis & Parameters<typeof ioredis>[0]): Promise<Connection> {
  client.on('error', () => {});
  await once(client, 'ready');
  return { redis: ioredis(client), close: () => client.disconnect() };
}

const host = '127.0.0.1';
const urlOf = (port: number) => `redis://${host}:${port}`;
const modules = {
  redis: () => import('redis'),
  ioredis: () => import('ioredis'),
  iovalkey: () => import('iovalkey'),
};

/** Connects to a server by its port, or to the cluster of which it is a node. */
export const connectors = {
  'node-redis': async (port: number) => connectNodeRedis((await modules.redis()).createClient({ url: urlOf(port) })),
  'node-redis pool': async (port: number) =>
    connectNodeRedis((await modules.redis()).createClientPool({ url: urlOf(port) })),
  ioredis: async (port: number) => connectIoredis(new (await modules.ioredis()).Redis(port, host)),
  iovalkey: async (port: number) => connectIoredis(new (await modules.iovalkey()).Redis(port, host)),
  'node-redis cluster': async (port: number) =>
    connectNodeRedis((await modules.redis()).createCluster({ rootNodes: [{ url: urlOf(port) }] })),
  'ioredis cluster': async (port: number) => connectIoredis(new (await modules.ioredis()).Cluster([{ host, port }])),
} satisfies Readonly<Record<string, (port: number) => Promise<Connection>>>;

/** The name of a client. */
export type ClientName = keyof typeof connectors;

/** The clients of one server whose package has its own way to connect. */
export const singleClients = ['node-redis', 'ioredis', 'iovalkey'] as const satisfies readonly ClientName[];

/** Time limit of a command that no machine is too busy for. */
export const patience = 600_000;
