/** `platform-response default|undici`: the response of a call can replace a `Response` of the platform. */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { address, createClient } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [transport] = process.argv.slice(2);
const client = createClient(transport === 'undici' ? { fetch: createUndiciFetch() } : {});

expectEqual('An unread response', await copy(await unread()), await copy(await fetch(address)));

// The body of a response that a method has read can be read again.
const { response } = await client.users.get({ user_id: 'mary' }).result();
for (let reading = 1; reading <= 2; reading++)
  expectEqual('A response that was read', await copy(response), await copy(await fetch(address)));

const original = await unread();
const clone = original.clone();
for (const one of [clone, original])
  expectEqual('A clone or its original', await copy(one), await copy(await fetch(address)));

async function unread(): Promise<Response> {
  const { response } = await client.api.GET('/users/{user_id}', {
    params: { path: { user_id: 'mary' } },
    parseAs: 'stream',
  });
  return response;
}

/** Copies a response with the platform's `Response`, and returns what the copy contains or the error's name. */
async function copy(response: Response): Promise<unknown> {
  expectEqual('response instanceof Response', response instanceof Response, true);
  try {
    const { status, statusText, headers, body } = new Response(response.body, response);
    return [status, statusText, headers.get('Content-Type'), await new Response(body).text()];
  } catch (error) {
    return (error as Error).name;
  }
}
