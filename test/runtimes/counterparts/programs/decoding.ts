/**
 * `decoding default|undici <name,…>`: for each content coding a client reads what native `fetch` reads, or fails when `fetch` fails.
 * It may decode more: Node 22 has a decoder for zstd that its `fetch` does not use.
 */
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { createClient, origin } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const [transport, names = ''] = process.argv.slice(2);
const client = createClient(transport === 'undici' ? { fetch: createUndiciFetch() } : {});

const decoded = await readByFetch('identity');
/** All differences: a failure lists each of them. */
const different: string[] = [];
for (const name of names.split(',')) {
  const native = await readByFetch(name);
  const seen = await outcomeOf(async () => {
    const { data, error, response } = await client.api.GET('/users/{user_id}', {
      params: { path: { user_id: name } },
      parseAs: 'text',
    });
    const body: unknown = data ?? error;
    // The client parses the body of an error.
    return [response.status, typeof body === 'string' ? body : JSON.stringify(body)];
  });
  if (seen !== native && seen !== decoded)
    different.push(`${name}: ${seen.slice(0, 40)} instead of ${native.slice(0, 40)}`);
}
expectEqual('Differences from native fetch', different, []);

function readByFetch(name: string): Promise<string> {
  return outcomeOf(async () => {
    const response = await fetch(`${origin}/magicbell/users/${name}`);
    return [response.status, await response.text()];
  });
}

async function outcomeOf(read: () => Promise<unknown[]>): Promise<string> {
  return read().then(
    ([status, body]) => `${status} ${body}`,
    () => 'an error',
  );
}
