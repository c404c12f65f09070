import { createClient } from '../client.js';

export const dynamic = 'force-dynamic';

/** The response of a call, returned unread. */
export async function GET() {
  const { response } = await createClient().api.GET('/users/{user_id}', {
    params: { path: { user_id: 'mary' } },
    parseAs: 'stream',
  });
  return response;
}
