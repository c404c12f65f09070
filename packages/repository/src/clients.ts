import { vendors } from './repository.ts';
import { readVendor, serverOptions } from './vendor.ts';

/** A method of a client, untyped, for code that finds it by operationId. */
export type Method = (
  parameters: Readonly<Record<string, unknown>>,
  options?: { readonly headers?: Readonly<Record<string, string>>; readonly accept?: string; readonly retry?: false },
) => Promise<unknown> & {
  result(): Promise<Result>;
  toArray?(options: { readonly limit: number }): Promise<readonly unknown[]>;
  /** Reads the events of a sequence one by one. */
  stream?(): AsyncIterable<unknown>;
};

export interface Result {
  readonly ok: boolean;
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** Where a client sends its requests, and by which `fetch`. */
interface Target {
  readonly baseUrl: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** The packages of the vendors, by vendor. */
const packages = new Map(
  await Promise.all(vendors.map(async (vendor) => [vendor, await import(`@plumbline/${vendor}`)] as const)),
);

/** Creates the clients of a vendor, and finds the method of an operation in them: `motions/list` is `motions.list`. */
export function methodsOf(vendor: string, target: Target): (operationId: string) => Method {
  const clients: object[] = readVendor(vendor).clients.map((client) =>
    packages.get(vendor)[client.factory]({
      // A busy machine may take longer than the default.
      timeout: Number.POSITIVE_INFINITY,
      ...client.mock,
      ...target,
      ...serverOptions(client, target.baseUrl),
    }),
  );
  return (operationId) => {
    for (const client of clients) {
      const method = operationId.split('/').reduce<unknown>((node, name) => Object(node)[name], client);
      if (typeof method === 'function') return method as Method;
    }
    throw new Error(`${vendor} has no method for ${operationId}. Run \`npm run generate\`.`);
  };
}
