/**
 * `unread-stream complete|truncated`: an unread response does not keep the process alive until the client's timeout of a day.
 * Its body is complete, or it stalls and the server then closes the connection.
 */
import { createClient, origin } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [kind] = process.argv.slice(2);
const day = 86_400_000;
const client = createClient({ timeout: day });
const { response } = await client.api.GET('/users/{user_id}', {
  params: { path: { user_id: kind === 'truncated' ? 'stalls' : 'mary' } },
  parseAs: 'stream',
});
expectEqual('The status', response.status, 200);
if (kind === 'truncated') await fetch(`${origin}/hang-up`).then((done) => done.text());
// Keep a reference: garbage collection must not end the response.
process.on('exit', () => expectEqual('The status at the end', response.status, 200));
