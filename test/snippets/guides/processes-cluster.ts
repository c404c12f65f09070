import cluster from 'node:cluster';
// #region limiter
import { createFleetLimiter, nodeRedis } from '@plumbline/fleet';
import { createMagnetiq, rateLimits } from '@plumbline/magnetiq';
import { createClient } from 'redis';

const instances = 4;

async function work() {
  const client = createClient({
    url: process.env.REDIS_URL ?? 'redis://localhost:6379',
  });
  client.on('error', console.error);
  await client.connect();

  const limiter = createFleetLimiter({
    redis: nodeRedis(client),
    name: 'magnetiq/acme',
    limits: rateLimits.pro,
    instances,
    observe: (event) => console.log('limiter', event.type),
  });
  const magnetiq = createMagnetiq({ rateLimit: limiter });

  const page = await magnetiq.consumers.list({ limit: 10 }).result();
  console.log(`${process.pid}: status ${page.status}`);
  client.destroy();
  process.disconnect();
}
// #endregion

// #region cluster
if (cluster.isPrimary) {
  for (let index = 0; index < instances; index++) cluster.fork();
} else {
  await work();
}
// #endregion
