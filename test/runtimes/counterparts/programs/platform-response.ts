/** `platform-response default|undici`: what takes a platform's `Response` takes the response of a call. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { address, createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [transport] = process.argv.slice(2);
const client = createClient(transport === 'undici' ? { fetch: createUndiciFetch() } : {});

expectEqual('An unread response', await taken(await unread()), await taken(await fetch(address)));

// One that a method has read can be read again.
const { response } = await client.users.get({ user_id: 'mary' }).result();
for (let reading = 1; reading <= 2; reading++)
  expectEqual('A response that was read', await taken(response), await taken(await fetch(address)));

const original = await unread();
const clone = original.clone();
for (const one of [clone, original])
  expectEqual('A clone, or its original', await taken(one), await taken(await fetch(address)));

async function unread(): Promise<Response> {
  const { response } = await client.api.GET('/users/{user_id}', {
    params: { path: { user_id: 'mary' } },
    parseAs: 'stream',
  });
  return response;
}

/** What a platform's `Response` makes of one. */
async function taken(response: Response): Promise<unknown> {
  expectEqual('It is a Response', response instanceof Response, true);
  try {
    const { status, statusText, headers, body } = new Response(response.body, response);
    return [status, statusText, headers.get('Content-Type'), await new Response(body).text()];
  } catch (error) {
    return (error as Error).name;
  }
}
