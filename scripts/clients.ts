import { createMagicBell, createMagicBellUser } from '@plumbline/magicbell';
import { createMagnetiq } from '@plumbline/magnetiq';
import { createMagnify } from '@plumbline/magnify';
import { createMxAudience } from '@plumbline/mx-audience';

/** A method of a client, as a program that knows only the operationId calls it. */
export type Method = (
  parameters: Readonly<Record<string, unknown>>,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly accept?: string; readonly retry?: false },
) => Promise<unknown> & {
  result(): Promise<Result>;
  toArray?(options: { readonly limit: number }): Promise<readonly unknown[]>;
};

export interface Result {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Where a client sends its requests, and through what. */
interface Target {
  readonly baseUrl: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

const credentials = { clientId: 'demo-client', clientSecret: 'demo-secret' };
const project = { apiKey: 'demo-key', apiSecret: 'demo-secret' };
const user = { apiKey: 'demo-key', userEmail: 'mary@example.com' };

/** The clients of each vendor, made by its package. */
const factories: Readonly<Record<string, (target: Target) => readonly object[]>> = {
  magicbell: (target) => [createMagicBell({ ...project, ...target }), createMagicBellUser({ ...user, ...target })],
  magnetiq: (target) => [createMagnetiq({ ...credentials, ...target })],
  magnify: (target) => [createMagnify({ ...credentials, ...target, tokenUrl: `${target.baseUrl}/oauth2/token` })],
  'mx-audience': (target) => [createMxAudience({ ...credentials, ...target })],
};

/** Finds the method of an operation in the clients of a vendor: `motions/list` is `motions.list`. */
export function methodsOf(vendor: string, target: Target): (operationId: string) => Method {
  const factory = factories[vendor];
  if (!factory) throw new Error(`There is no client of ${vendor}. Add it to scripts/clients.ts.`);
  const clients = factory(target);
  return (operationId) => {
    for (const client of clients) {
      const method = operationId.split('/').reduce<unknown>((node, name) => Object(node)[name], client);
      if (typeof method === 'function') return method as Method;
    }
    throw new Error(`${vendor} has no method for ${operationId}. Run \`npm run generate\`.`);
  };
}
