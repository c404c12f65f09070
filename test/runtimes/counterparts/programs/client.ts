import { createMagicBell, type MagicBell, type MagicBellOptions } from '@plumbline/magicbell';

declare const ORIGIN: string;

/** The loopback server, as `loopback.ts` describes it. */
export const origin: string = ORIGIN;
export const address: string = `${origin}/magicbell/users/mary`;

/** A client of the loopback server that sends each request once. */
export function createClient(options: Partial<MagicBellOptions> = {}): MagicBell {
  const baseUrl = `${origin}/magicbell`;
  return createMagicBell({ apiKey: 'the-key', apiSecret: 'the-secret', baseUrl, retry: false, ...options });
}

/** Who answers a call of the client: "server" or "interceptor"; "none" if the call fails. */
export async function whoAnswers(client: MagicBell): Promise<string> {
  const call = client.users.get({ user_id: 'mary' });
  return call.then(
    ({ user }) => String(user.id),
    () => 'none',
  );
}

/** The same for Node's own `fetch`, or for what replaced it. */
export async function whoAnswersFetch(): Promise<string> {
  const call = fetch(address).then((response) => response.json());
  return call.then(
    ({ user }) => user.id,
    () => 'none',
  );
}
