import type { Client as FetchClient } from 'openapi-fetch';
import { platformTransport } from '#transport';
import type { ClientContext } from '../pipeline/call-context.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import { createEmitter } from '../pipeline/client-event.ts';
import { fetchTransport, ownTransports } from '../pipeline/fetch-transport.ts';
import { normalizeHeaders } from '../pipeline/headers.ts';
import type { HeaderRecord } from '../pipeline/http-request.ts';
import type { OperationDefinition, OperationTable, QuerySerialization } from '../pipeline/operation.ts';
import { ownCopy } from '../pipeline/own-value.ts';
import { compose, type Next, type Policy } from '../pipeline/policy.ts';
import { observe } from '../policies/observe.ts';
import { retry } from '../policies/retry/retry.ts';
import { timeout } from '../policies/timeout.ts';
import { systemClock } from '../time/clock.ts';
import { createApi } from './api.ts';
import { Call } from './call.ts';
import type { ClientOptions } from './options.ts';
import { PagedCall } from './paged-call.ts';
import { type Sender, send, type UntypedRequest } from './send.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The vendor's part of a client. The caller's part is its options. */
export interface ClientParts extends Pick<Sender, 'servers' | 'input'> {
  /** URL of the vendor's server, validated. */
  readonly baseUrl: string;
  /** The operations, generated from the spec. */
  readonly operations: OperationTable;
  readonly querySerialization: QuerySerialization;
  /** Adds credentials to a request. */
  readonly auth: Policy;
  /** Waits for the vendor's rate limits. @default none */
  readonly rateLimit?: Policy | undefined;
}

/** A client: the vendor's operations as methods, and the openapi-fetch client that sends their requests. */
export type Client<Paths extends object, Operations> = Operations & {
  /** The openapi-fetch client, with the same policies. Use it for requests that no method covers. */
  readonly api: FetchClient<Paths>;
};

/** Makes a client: policies around a transport, openapi-fetch on top, and a method for each operation. */
export function createClient<Paths extends object, Operations>(
  parts: ClientParts,
  options: ClientOptions,
): Client<Paths, Operations> {
  const { clock = systemClock, timeout: milliseconds, deadline, maxResponseBytes, retry: retryOptions = {} } = options;
  const policies = options.policies && ownCopy(options.policies);
  const context: ClientContext = {
    clock,
    emit: createEmitter(options.observe),
    options: { timeout: milliseconds, deadline, maxResponseBytes, retry: retryOptions && ownCopy(retryOptions) },
  };
  // The outermost first: a request passes them in this order.
  const chain = [
    ...(policies?.call ?? []),
    retry(),
    parts.auth,
    // Inside auth, because the limit also counts token requests and the replay after a 401.
    parts.rateLimit,
    ...(policies?.attempt ?? []),
    policies?.attempt && recordKey,
    timeout,
    options.observe && observe,
  ].filter((policy) => policy !== undefined);
  const next = compose(chain, transportFor(options));

  const shared = {
    ...parts,
    context,
    headers: ownCopy<HeaderRecord>({ accept: 'application/json', ...normalizeHeaders(options.headers ?? {}) }),
  };
  const api = createApi<Paths>({ ...shared, next, hasCallerPolicies: policies !== undefined });
  const sender: Sender = { ...shared, request: api.request as UntypedRequest };

  const bind = (table: OperationTable): object =>
    Object.fromEntries(
      Object.entries(table).map(([name, entry]) => [name, isOperation(entry) ? method(entry) : bind(entry)]),
    );
  const method =
    (operation: OperationDefinition) =>
    (parameters: Fields = {}, options: UntypedCallOptions = {}) => {
      const pages = operation.pagination && { end: undefined };
      const sendPage = (page: Fields, isStreaming: () => boolean) =>
        send(sender, { operation, parameters: page, options, pages, isStreaming });
      return operation.pagination
        ? new PagedCall(operation, parameters, sendPage)
        : new Call((isStreaming) => sendPage(parameters, isStreaming));
    };
  return { api, ...bind(parts.operations) } as Client<Paths, Operations>;
}

/** A policy of the caller may change the key, and a retry must know what was sent. */
const recordKey: Policy = (request, next) => {
  request.call.sentKey = request.headerRecord['idempotency-key'] ?? '';
  return next(request);
};

function transportFor({ fetch, transport }: ClientOptions): Next {
  if (fetch) return ownTransports.get(fetch) ?? fetchTransport(fetch);
  // Looked up at each call, because it may be replaced later.
  const platformFetch = fetchTransport((url, init) => globalThis.fetch(url, init));
  return transport === 'fetch' ? platformFetch : platformTransport(platformFetch);
}

function isOperation(entry: OperationDefinition | OperationTable): entry is OperationDefinition {
  return typeof entry.method === 'string';
}
