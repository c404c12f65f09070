/**
 * `unread-stream whole|cut`: a response that is not read does not keep the process alive until the client's timeout, which is a day.
 * Its body has arrived whole, or it stalls and the server then closes the connection.
 */
import { createClient, origin } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [kind] = process.argv.slice(2);
const day = 86_400_000;
const client = createClient({ timeout: day });
const { response } = await client.api.GET('/users/{user_id}', {
  params: { path: { user_id: kind === 'cut' ? 'stalls' : 'mary' } },
  parseAs: 'stream',
});
expectEqual('The status', response.status, 200);
if (kind === 'cut') await fetch(`${origin}/hang-up`).then((answer) => answer.text());
// It must not be collected either.
process.on('exit', () => expectEqual('The status at the end', response.status, 200));
