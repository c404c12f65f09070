/** `createUndiciFetch({ keepAliveTimeout })` closes a connection that is idle for longer, and keeps one that is not. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { createClient, origin } from './client.ts';
import { expectEqual } from './expect-equal.ts';

// The one that keeps its connection comes first: with the same timeout for both, it would be the first to close it.
const keeps = clientWith(600_000);
const kept = await portOf(keeps);
const closes = clientWith(1);
const closed = await portOf(closes);
await fetch(`${origin}/closed/${closed}`).then((response) => response.text());

expectEqual('The connection that is kept', await portOf(keeps), kept);
expectEqual('The connection was closed', (await portOf(closes)) !== closed, true);
// The kept connection is not ours to wait for.
process.exit();

/** @param keepAliveTimeout In milliseconds. */
function clientWith(keepAliveTimeout: number): ReturnType<typeof createClient> {
  return createClient({ fetch: createUndiciFetch({ keepAliveTimeout } as object) });
}

/** The port that a call came from. */
async function portOf(client: ReturnType<typeof createClient>): Promise<string | null> {
  const { response } = await client.users.get({ user_id: 'mary' }).result();
  return response.headers.get('X-Port');
}
