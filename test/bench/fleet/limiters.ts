/** The limiters that count in Redis, each set up for one limit as its documentation says. */
import { createFleetLimiter, nodeRedis } from '@plumbline/fleet';
import Bottleneck from 'bottleneck';
import { Redis } from 'ioredis';
import { RateLimiterQueue, RateLimiterRedis } from 'rate-limiter-flexible';
import { createClient } from 'redis';

/** A limit: a number of requests in some seconds. */
export interface Limit {
  readonly requests: number;
  readonly seconds: number;
}

/** Resolves when a request may be sent. */
export type Acquire = () => Promise<unknown>;

/** Connects each limiter to the server of a port. */
export const limiters: Readonly<Record<string, (port: number, limit: Limit) => Promise<Acquire>>> = {
  '@plumbline/fleet': async (port, limit) => {
    const client = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
    const limiter = createFleetLimiter({
      redis: nodeRedis(client),
      name: 'bench',
      limits: [limit],
      whenDown: 'closed',
    });
    return async () => limiter.acquire('GET');
  },
  // A queue over the limiter, which is what its documentation has for limits of others.
  'rate-limiter-flexible': async (port, { requests, seconds }) => {
    const storeClient = new Redis(port, '127.0.0.1', { enableOfflineQueue: false });
    await new Promise((resolve) => storeClient.once('ready', resolve));
    const queue = new RateLimiterQueue(new RateLimiterRedis({ storeClient, points: requests, duration: seconds }));
    return () => queue.removeTokens(1);
  },
  bottleneck: async (port, { requests, seconds }) => {
    const limiter = new Bottleneck({
      id: 'bench',
      datastore: 'ioredis',
      clientOptions: { host: '127.0.0.1', port },
      Redis,
      reservoir: requests,
      reservoirRefreshAmount: requests,
      reservoirRefreshInterval: seconds * 1000,
    });
    limiter.on('error', (error) => console.error(`bottleneck: ${error}`));
    await limiter.ready();
    return () => limiter.schedule(async () => {});
  },
};
