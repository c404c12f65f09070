import { platformTransport } from '#transport';
import { PlumblineError } from '../errors/plumbline-error.ts';
import type { ClientContext } from '../pipeline/call-context.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import { createEmitter } from '../pipeline/client-event.ts';
import { type DispatchingFetch, dispatcherKey, fetchTransport } from '../pipeline/fetch-transport.ts';
import { normalizeHeaders } from '../pipeline/headers.ts';
import type { HeaderRecord } from '../pipeline/http-request.ts';
import type { OperationDefinition, OperationTable, QuerySerialization } from '../pipeline/operation.ts';
import { Bare, ownCopy } from '../pipeline/own-value.ts';
import { compose, type Next, type Policy } from '../pipeline/policy.ts';
import { observe } from '../policies/observe.ts';
import { retry } from '../policies/retry/retry.ts';
import { timeout } from '../policies/timeout.ts';
import { systemClock } from '../time/clock.ts';
import { type Api, createApi } from './api.ts';
import { Call } from './call.ts';
import type { ClientFeatures } from './client-features.ts';
import type { ClientOptions } from './options.ts';
import { createSend, type Sender, type UntypedRequest } from './send.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The vendor's part of a client. The caller's part is its options. */
export interface ClientParts extends Pick<Sender, 'servers' | 'input' | 'errors'> {
  /** URL of the vendor's server, validated. */
  readonly baseUrl: string;
  /** The operations, generated from the spec. */
  readonly operations: OperationTable;
  readonly querySerialization: QuerySerialization;
  /** Adds credentials to a request. */
  readonly auth: Policy;
  /** Waits for the vendor's rate limits. @default none */
  readonly rateLimit?: Policy | undefined;
  /** What some operations need: a record that inherits nothing. @default nothing */
  readonly features?: ClientFeatures | undefined;
}

/** A client: the vendor's operations as methods, and the openapi-fetch client that sends their requests. */
export type Client<Paths extends object, Operations> = Operations & {
  /** The openapi-fetch client, with the same policies. Use it for requests that no method covers. */
  readonly api: Api<Paths>;
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
    emit: options.observe && createEmitter(options.observe),
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

  const { features = new Bare() as ClientFeatures } = parts;
  const shared = {
    ...parts,
    features,
    context,
    headers: ownCopy<HeaderRecord>({ accept: 'application/json', ...normalizeHeaders(options.headers ?? {}) }),
  };
  const api = createApi<Paths>({ ...shared, next, hasCallerPolicies: policies !== undefined });
  const baseUrl = options.baseUrl && parts.baseUrl;
  const sender: Sender = ownCopy({ ...shared, baseUrl, request: api.request as UntypedRequest });

  const bind = (table: OperationTable): object =>
    Object.fromEntries(
      Object.entries(table).map(([name, entry]) => [name, isOperation(entry) ? method(entry) : bind(entry)]),
    );
  const method = (operation: OperationDefinition) => {
    const { pagination } = operation;
    const list = pagination && features.lists?.[pagination.style];
    const missing = pagination && !list ? 'lists' : operation.idempotencyKey && !features.createKey && 'createKey';
    if (missing) throw new PlumblineError(`${operation.path}: \`features.${missing}\` is missing.`);
    const send = createSend(sender, operation);
    return (parameters: Fields = {}, options: UntypedCallOptions = {}) => {
      if (!list) return new Call(operation, (isStreaming) => send(parameters, options, isStreaming));
      const pages = { end: undefined };
      return list(operation, { parameters }, (page, isStreaming) =>
        send(page.parameters, options, isStreaming, pages, page.link),
      );
    };
  };
  return { api, ...bind(parts.operations) } as Client<Paths, Operations>;
}

/** A policy of the caller may change the key, and a retry must know what was sent. */
const recordKey: Policy = (request, next) => {
  request.call.sentKey = request.headerRecord['idempotency-key'] ?? '';
  return next(request);
};

function transportFor({ fetch, transport }: ClientOptions): Next {
  // Looked up at each call, because it may be replaced later.
  const next = fetchTransport(fetch ?? ((url, init) => globalThis.fetch(url, init)));
  const getDispatcher = (fetch as DispatchingFetch | undefined)?.[dispatcherKey];
  return getDispatcher || !(fetch || transport) ? platformTransport(next, getDispatcher) : next;
}

function isOperation(entry: OperationDefinition | OperationTable): entry is OperationDefinition {
  return typeof entry.method === 'string';
}
