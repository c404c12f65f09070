// #region tokens
import { createFleetTokens, nodeRedis } from '@plumbline/fleet';
import { createMagnify } from '@plumbline/magnify';
import { createClient } from 'redis';

const client = createClient({
  url: process.env.REDIS_URL ?? 'redis://localhost:6379',
});
client.on('error', console.error);
await client.connect();

const tokens = createFleetTokens({
  redis: nodeRedis(client),
  name: 'magnify/acme',
  encryptionKey: process.env.TOKEN_KEY,
});
const magnify = createMagnify({ tokens });
// #endregion

const motions = await magnify.motions.list().result();
console.log(`status ${motions.status}`);
client.destroy();
