/**
 * A process of a fleet: connects, makes a client, and waits for the message `go`. Then it reads once, sends the status, and ends.
 *
 * Arguments: the port of Redis, the URL of the vendor, the lease in milliseconds, and what is added to its clock.
 */

import { connectors } from './redis-clients.ts';
import { createMember } from './token-member.ts';

const [port = '', url = '', lease = '', offset = '0'] = process.argv.slice(2);
const { redis, close } = await connectors['node-redis'](Number(port));
const member = createMember(url, { redis, name: 'magnify/acme', lease: Number(lease) });
member.clock.offset = Number(offset);
process.on('message', async () => {
  const status = await member.read();
  process.send?.({ status, events: member.events }, () => {
    close();
    process.disconnect();
  });
});
process.send?.('ready');
