import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { Call, type CallOptions, type Exchange } from './call.ts';
import { place } from './input.ts';
import type { OperationDefinition, OperationTable, QuerySerialization } from './operation.ts';
import { type ClientOptions, checkTimeout } from './options.ts';
import { PagedCall } from './paged-call.ts';
import { fillPath } from './path.ts';
import { PlainRequest } from './plain-request.ts';
import { PlumblineError } from './plumbline-error.ts';
import { compose, type Policy } from './policy.ts';
import { type AnyResult, readResult } from './result.ts';
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
  /** How requests are authorized. */
  readonly auth: Policy;
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

type AnyCallOptions = CallOptions & { readonly idempotencyKey?: string; readonly accept?: string };
type RequestAny = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Makes a client: policies around `fetch`, openapi-fetch over them, and a method for each operation. */
export function createClient<Paths extends object, Operations>(
  definition: ClientDefinition,
  options: ClientOptions,
): Client<Paths, Operations> {
  // Looked up at each call, so that what is put in its place later is used.
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const send = compose(
    [...(options.policies ?? []), definition.auth, timeout(options.timeout ?? 30_000)],
    transport(fetch),
  );
  const api = createFetchClient<Paths>({
    baseUrl: definition.baseUrl,
    fetch: send as never,
    Request: PlainRequest as never,
    pathSerializer: fillPath,
    querySerializer: definition.querySerialization,
    headers: checkHeaders({ Accept: 'application/json', ...options.headers }),
  });
  return { api, ...bind(definition.operations, definition, api.request as RequestAny) } as Client<Paths, Operations>;
}

function bind(table: OperationTable, definition: ClientDefinition, request: RequestAny): object {
  const entries = Object.entries(table).map(([name, entry]) => [
    name,
    isOperation(entry) ? method(entry, definition, request) : bind(entry, definition, request),
  ]);
  return Object.fromEntries(entries);
}

function isOperation(entry: OperationDefinition | OperationTable): entry is OperationDefinition {
  return typeof entry.method === 'string';
}

function method(operation: OperationDefinition, definition: ClientDefinition, request: RequestAny) {
  return (parameters: Fields = {}, options: AnyCallOptions = {}) => {
    const send = (page: Fields) => exchange(operation, definition, request, page, options);
    return operation.pagination ? new PagedCall(operation, parameters, send) : new Call(send(parameters));
  };
}

async function exchange(
  operation: OperationDefinition,
  definition: ClientDefinition,
  request: RequestAny,
  parameters: Fields,
  options: AnyCallOptions,
): Promise<Exchange> {
  const { accept = 'application/json', idempotencyKey, signal, timeout } = options;
  signal?.throwIfAborted();
  if (timeout !== undefined) checkTimeout(operation.path, timeout);
  const { body, ...params } = place(operation, definition.input?.(parameters) ?? parameters);
  const headers = checkHeaders({
    Accept: accept,
    ...operation.headers,
    ...(operation.idempotent && { 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() }),
    ...options.headers,
  });
  const baseUrl = operation.server && (definition.servers?.[operation.server] ?? operation.server);
  const init = { params, body, headers, baseUrl, signal, timeout, operation, parseAs: 'text' };
  const { data, error, response } = await request(operation.method, operation.path, init).catch((cause) => {
    // openapi-fetch loses a reason that is falsy.
    signal?.throwIfAborted();
    throw cause;
  });
  const { ok, status } = response;
  const result: AnyResult = ok
    ? readResult(response, data as string | undefined, accept)
    : { ok, status, error: error === '' ? undefined : error, response };
  return {
    request: new PlainRequest(response.url || definition.baseUrl, { method: operation.method, operation }),
    result,
  };
}

/** Refuses a header that cannot be sent, without repeating its value, as the platform's own error would. */
function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const name in headers) {
    try {
      new Headers([[name, headers[name] as string]]);
    } catch {
      throw new PlumblineError(`The header \`${name}\` has a name or a value that cannot be sent.`);
    }
  }
  return headers;
}
