/** A client of every vendor, and all methods of a client. */
import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';
import type { ClientOptions } from '@plumbline/runtime';

/** A method of any client, without its types: JavaScript lets through any value. */
export type UntypedMethod = (parameters?: unknown, options?: unknown) => Promise<unknown>;

/** A factory, and the options that it requires. */
export interface Factory {
  readonly name: string;
  readonly create: (options: never) => object;
  readonly credentials: Readonly<Record<string, string>>;
}

const clientCredentials = { clientId: 'the-client-id', clientSecret: 'the-client-secret' };

/** The factories of all vendors. */
export const factories: readonly Factory[] = [
  { name: 'createMagicBell', create: createMagicBell, credentials: { apiKey: 'key', apiSecret: 'secret' } },
  {
    name: 'createMagicBellUser',
    create: createMagicBellUser,
    credentials: { apiKey: 'key', userEmail: 'a@example.com' },
  },
  { name: 'createMagnetiq', create: createMagnetiq, credentials: clientCredentials },
  { name: 'createMagnify', create: createMagnify, credentials: clientCredentials },
  { name: 'createMxAudience', create: createMxAudience, credentials: { ...clientCredentials, domain: 'acme' } },
];

/** Makes a client of a factory. */
export function createClient({ create, credentials }: Factory, options: ClientOptions): object {
  return create({ ...credentials, ...options } as never);
}

/** Finds all operations of a client, with their names. `api` is the openapi-fetch client; `wait` sends several requests. */
export function methodsOf(client: object): [name: string, method: UntypedMethod][] {
  return Object.entries(client).flatMap(([name, value]): [string, UntypedMethod][] => {
    if (name === 'api' || name === 'wait') return [];
    if (typeof value === 'function') return [[name, value]];
    return methodsOf(value).map(([inner, method]) => [`${name}.${inner}`, method]);
  });
}

/** Characters that would change a log: line breaks, control characters, invisible ones. */
export const unprintable = /[^ -~\xa0-\uffff]|[\u200b-\u200f\u2028-\u202e]/;
