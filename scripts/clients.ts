import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';

/** A method of a client, as a program that knows only the operationId calls it. */
export type Method = (
  parameters: Readonly<Record<string, unknown>>,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly accept?: string },
) => Promise<unknown> & { result(): Promise<Result> };

export interface Result {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

const credentials = { clientId: 'demo-client', clientSecret: 'demo-secret' };
const project = { apiKey: 'demo-key', apiSecret: 'demo-secret' };
const user = { apiKey: 'demo-key', userEmail: 'mary@example.com' };

/** The clients of each vendor, made by its package, for a mock at this address. */
const factories: Readonly<Record<string, (baseUrl: string) => readonly object[]>> = {
  magicbell: (baseUrl) => [createMagicBell({ ...project, baseUrl }), createMagicBellUser({ ...user, baseUrl })],
  magnetiq: (baseUrl) => [createMagnetiq({ ...credentials, baseUrl })],
  magnify: (baseUrl) => [createMagnify({ ...credentials, baseUrl, tokenUrl: `${baseUrl}/oauth2/token` })],
  'mx-audience': (baseUrl) => [createMxAudience({ ...credentials, baseUrl })],
};

/** Finds the method of an operation in the clients of a vendor: `motions/list` is `motions.list`. */
export function methodsOf(vendor: string, baseUrl: string): (operationId: string) => Method {
  const factory = factories[vendor];
  if (!factory) throw new Error(`There is no client of ${vendor}. Add it to scripts/clients.ts.`);
  const clients = factory(baseUrl);
  return (operationId) => {
    for (const client of clients) {
      const method = operationId.split('/').reduce<unknown>((node, name) => Object(node)[name], client);
      if (typeof method === 'function') return method as Method;
    }
    throw new Error(`${vendor} has no method for ${operationId}. Run \`npm run generate\`.`);
  };
}
