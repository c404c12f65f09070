/** Parameters of a token request that are secrets. The others identify the client, so that each client has its own token. */
const isSecret = /secret|password|assertion/i;

/** What a token was requested with. */
export interface TokenIdentity {
  readonly tokenUrl: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Makes the key of a token in a store: a hash of the token endpoint, the client's id and the scope. No secret is in it, so a new
 * secret does not change it.
 */
export async function tokenKey({ tokenUrl, parameters }: TokenIdentity): Promise<string> {
  const entries = Object.entries(parameters).filter(([name]) => !isSecret.test(name));
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const bytes = new TextEncoder().encode(JSON.stringify([tokenUrl, entries]));
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Bytes as text of 0-9 and a-f. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
