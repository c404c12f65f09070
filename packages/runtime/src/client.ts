import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { Call } from './call.ts';
import type { Context } from './context.ts';
import { begin, deadline } from './deadline.ts';
import { checkHeaders, type ExchangeOptions, exchange, type RequestAny } from './exchange.ts';
import { observe } from './observe.ts';
import type { OperationDefinition, OperationTable, QuerySerialization } from './operation.ts';
import type { ClientOptions } from './options.ts';
import { PagedCall } from './paged-call.ts';
import { fillPath } from './path.ts';
import { PlainRequest } from './plain-request.ts';
import { compose, type Policy } from './policy.ts';
import { retry } from './retry.ts';
import { timeout } from './timeout.ts';
import { type Fetch, transport } from './transport.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a vendor's package says of its client. */
export interface ClientDefinition {
  /** The vendor's server, checked. */
  readonly baseUrl: string;
  /** The operations, as generated from the spec. */
  readonly operations: OperationTable;
  /** How the spec serializes the query. */
  readonly querySerialization: QuerySerialization;
  /** What the policies share. */
  readonly context: Context;
  /** How requests are authorized. */
  readonly auth: Policy;
  /** How requests wait for the vendor's rate limits, where the caller wants that. */
  readonly rateLimit?: Policy | undefined;
  /** The servers of operations that live elsewhere, by the server in the spec. */
  readonly servers?: Readonly<Record<string, string>>;
  /** Makes a caller's parameters what the vendor takes. */
  readonly input?: (parameters: Fields) => Fields;
}

/** A client: the vendor's operations as methods, and beside them the openapi-fetch client that they are made of. */
export type Client<Paths extends object, Operations> = Operations & {
  /** The openapi-fetch client, with the same policies. For what the methods do not cover. */
  readonly api: FetchClient<Paths>;
};

/** Makes a client: policies around `fetch`, openapi-fetch over them, and a method for each operation. */
export function createClient<Paths extends object, Operations>(
  definition: ClientDefinition,
  options: ClientOptions,
): Client<Paths, Operations> {
  const { context, rateLimit, auth } = definition;
  // The outermost first: this is the order in which a request meets them.
  const policies = [
    ...(options.policies ?? []),
    deadline(options.deadline, context.clock),
    retry(options.retry, context),
    auth,
    // Below auth: requests for tokens, and those sent once more after a 401, count as well.
    rateLimit,
    timeout(options.timeout ?? 30_000, context.clock),
    options.observe && observe(context),
  ].filter((policy) => policy !== undefined);
  // Looked up at each call, so that what is put in its place later is used.
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const api = createFetchClient<Paths>({
    baseUrl: definition.baseUrl,
    fetch: compose(policies, transport(fetch)) as never,
    Request: PlainRequest as never,
    pathSerializer: fillPath,
    querySerializer: definition.querySerialization,
    headers: checkHeaders({ Accept: 'application/json', ...options.headers }),
  });

  const bind = (table: OperationTable): object =>
    Object.fromEntries(
      Object.entries(table).map(([name, entry]) => [name, isOperation(entry) ? method(entry) : bind(entry)]),
    );
  const method =
    (operation: OperationDefinition) =>
    (parameters: Fields = {}, given: ExchangeOptions = {}) => {
      // One budget for all pages.
      const budget = begin(given.deadline ?? options.deadline, context.clock);
      const send = (page: Fields) => exchange(operation, definition, api.request as RequestAny, page, given, budget);
      return operation.pagination ? new PagedCall(operation, parameters, send) : new Call(send(parameters));
    };
  return { api, ...bind(definition.operations) } as Client<Paths, Operations>;
}

function isOperation(entry: OperationDefinition | OperationTable): entry is OperationDefinition {
  return typeof entry.method === 'string';
}
