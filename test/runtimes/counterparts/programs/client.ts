import { createMagicBell, type MagicBell, type MagicBellOptions } from '@plumbline/magicbell';

declare const ORIGIN: string;

/** URL of the loopback server in `loopback-origin.ts`. */
export const origin: string = ORIGIN;
export const address: string = `${origin}/magicbell/users/mary`;

/** Creates a client for the loopback server, without retries. */
export function createClient(options: Partial<MagicBellOptions> = {}): MagicBell {
  const baseUrl = `${origin}/magicbell`;
  return createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', baseUrl, retry: false, ...options });
}

/** What responds to a call of the client: "server" or "interceptor"; "none" if the call fails. */
export async function responderOf(client: MagicBell): Promise<string> {
  const call = client.users.get({ user_id: 'mary' });
  return call.then(
    ({ user }) => String(user.id),
    () => 'none',
  );
}

/** The same for native `fetch`, or for its replacement. */
export async function responderOfFetch(): Promise<string> {
  const call = fetch(address).then((response) => response.json());
  return call.then(
    ({ user }) => user.id,
    () => 'none',
  );
}
