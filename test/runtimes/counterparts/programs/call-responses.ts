import { createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';

/** Whether the handler returns the response of a call, or a copy of it. */
declare const RETURNS: 'the response' | 'a new response';

/** The request handler of a server. */
export async function handle(): Promise<Response> {
  const { response } = await createClient().api.GET('/users/{user_id}', {
    params: { path: { user_id: 'mary' } },
    parseAs: 'stream',
  });
  return RETURNS === 'the response' ? response : new Response(response.body, response);
}

/** Checks the response of a server with that handler. */
export async function expectUser(response: Response): Promise<void> {
  const seen = [response.status, response.headers.get('Content-Type'), await response.text()];
  expectEqual('The response', seen, [200, 'application/json', '{"user":{"id":"server"}}']);
}
