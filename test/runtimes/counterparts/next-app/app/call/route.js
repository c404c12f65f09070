import { createClient } from '../client.js';

export const dynamic = 'force-dynamic';

/** A call, and whether it went through the `fetch` of Next.js. */
export async function GET() {
  const { data, response } = await createClient().users.get({ user_id: 'mary' }).result();
  return Response.json({
    user: data.user.id,
    patched: Boolean(globalThis.fetch.__nextPatched),
    mode: response.headers.get('X-Mode'),
  });
}
