/** What processes share is an option of the clients, with the limits that their packages export. Compiled, never run. */
import {
  createFleetLimiter,
  createFleetTokens,
  type FleetLimiterOptions,
  type FleetTokensOptions,
  ioredis,
  nodeRedis,
  type Redis,
  shareTokens,
  type TokenStore,
} from '@plumbline/fleet';
import { createMagicBell, rateLimits as magicbellLimits } from '@plumbline/magicbell';
import { createMagnetiq, rateLimits } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import type { TokenStore as RuntimeStore } from '@plumbline/runtime';
import { Cluster, Redis as Ioredis } from 'ioredis';
import { Redis as Iovalkey } from 'iovalkey';
import { createClient, createClientPool, createCluster } from 'redis';

const redis: Redis = { evaluate: async (script, keys, args) => [script, ...keys, ...args].length };
const options: Pick<FleetLimiterOptions, 'redis' | 'name'> = { redis, name: 'acme' };

createMagnetiq({ rateLimit: createFleetLimiter({ ...options, limits: rateLimits.pro, instances: 4 }) });
createMagicBell({ rateLimit: createFleetLimiter({ ...options, limits: magicbellLimits, whenDown: 'open' }) });

// Each optional property takes undefined.
const absent = undefined;
createFleetLimiter({
  ...options,
  limits: rateLimits.free,
  whenDown: absent,
  instances: absent,
  timeout: absent,
  observe: absent,
  clock: absent,
});

// @ts-expect-error The limits of MAGNETIQ depend on the plan.
createFleetLimiter({ ...options, limits: rateLimits });
// @ts-expect-error The documented limits are constant.
rateLimits.pro = [];
// @ts-expect-error They are lists that cannot be changed.
magicbellLimits.push({ requests: 1, seconds: 1 });

createMagnify({ tokens: createFleetTokens({ ...options, encryptionKey: process.env.TOKEN_KEY }) });
createFleetTokens({ ...options, lease: absent, timeout: absent, observe: absent });
const observe: FleetTokensOptions['observe'] = (event) => {
  if (event.type === 'down') event.reason.toUpperCase();
  if (event.type === 'up') event.duration.toFixed();
};
// An observer of tokens may be that of a limiter.
createFleetLimiter({ ...options, limits: rateLimits.pro, instances: 4, observe });

// Others can implement a store without this package.
const store: RuntimeStore = { get: async () => undefined, set: async () => {} };
const own: TokenStore = { ...store, lock: async () => async () => {} };
createMagnify({ tokens: shareTokens(own, { observe }) });

// The clients that have adapters.
const nodeRedisClients = [createClient(), createClientPool(), createCluster({ rootNodes: [] })] as const;
const [client, pool, cluster] = nodeRedisClients;
export const adapted = [
  nodeRedis(client),
  nodeRedis(pool),
  nodeRedis(cluster),
  ioredis(new Ioredis()),
  ioredis(new Cluster([])),
  ioredis(new Iovalkey()),
];
// @ts-expect-error A client of ioredis takes other parameters.
nodeRedis(new Ioredis());
// @ts-expect-error A promise is not a client.
nodeRedis(client.connect());
// @ts-expect-error The client itself has no `evaluate`.
createFleetTokens({ redis: client, name: 'acme' });
