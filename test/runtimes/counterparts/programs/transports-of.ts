import { subscribe } from 'node:diagnostics_channel';
import type { MagicBell } from '@plumbline/magicbell';
import { responderOf } from './client.ts';

interface Created {
  readonly request: { readonly headers: string | readonly string[] };
}

/** Lists the transport of each request of a call. `fetch` sends `Sec-Fetch-Mode`, which a dispatcher does not. */
export async function transportsOf(client: MagicBell): Promise<readonly string[]> {
  created.length = 0;
  await responderOf(client);
  return [...created];
}

const created: string[] = [];
subscribe('undici:request:create', (message) => {
  const { headers } = (message as Created).request;
  const text = typeof headers === 'string' ? headers : headers.join();
  created.push(/sec-fetch-mode/i.test(text) ? 'fetch' : 'dispatcher');
});
