import { subscribe } from 'node:diagnostics_channel';
import type { MagicBell } from '@plumbline/magicbell';
import { whoAnswers } from './client.ts';

interface Created {
  readonly request: { readonly headers: string | readonly string[] };
}

/** What a call was sent with, by what Node's undici publishes: "fetch" sends `Sec-Fetch-Mode`, a "dispatcher" does not. */
export async function transportsOf(client: MagicBell): Promise<readonly string[]> {
  created.length = 0;
  await whoAnswers(client);
  return [...created];
}

const created: string[] = [];
subscribe('undici:request:create', (message) => {
  const { headers } = (message as Created).request;
  const text = typeof headers === 'string' ? headers : headers.join();
  created.push(/sec-fetch-mode/i.test(text) ? 'fetch' : 'dispatcher');
});
