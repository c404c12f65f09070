/** `createUndiciFetch({ keepAliveTimeout })` closes a connection that is idle for longer, and keeps other connections. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { createClient, origin } from './client.ts';
import { expectEqual } from './expect-equal.ts';

// The client with the long timeout comes first: if its timeout were ignored, its connection would close first.
const keeps = clientWith(600_000);
const kept = await portOf(keeps);
const closes = clientWith(1);
const closed = await portOf(closes);
await fetch(`${origin}/closed/${closed}`).then((response) => response.text());

expectEqual('The connection that is kept', await portOf(keeps), kept);
expectEqual('The connection was closed', (await portOf(closes)) !== closed, true);
// The kept connection would keep the process alive.
process.exit();

/** @param keepAliveTimeout Idle time of a connection in milliseconds. */
function clientWith(keepAliveTimeout: number): ReturnType<typeof createClient> {
  return createClient({ fetch: createUndiciFetch({ keepAliveTimeout } as object) });
}

/** Sends a call, and returns the client port of its connection. */
async function portOf(client: ReturnType<typeof createClient>): Promise<string | null> {
  const { response } = await client.users.get({ user_id: 'mary' }).result();
  return response.headers.get('X-Port');
}
