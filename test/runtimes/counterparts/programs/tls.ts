/** `tls <origin>`: over TLS, a client uses the HTTP version of native `fetch`, and gets the same response. */
import { createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [origin = ''] = process.argv.slice(2);
const client = createClient({ baseUrl: `${origin}/magicbell` });

const { response, data } = await client.users.get({ user_id: 'mary' }).result();
const native = await fetch(`${origin}/magicbell/users/mary`);
expectEqual('The response', [...read(response), data], [...read(native), await native.json()]);

function read({ status, statusText, headers }: Response): readonly unknown[] {
  const names = ['X-Version', 'X-Twice', 'Content-Type'];
  return [status, statusText, ...names.map((name) => headers.get(name)), headers.getSetCookie()];
}
