import type { Operation } from '@plumbline/spec-tools/document/document';
import { readsOf, requiredParametersOf } from './environment.ts';
import type { ExchangeSource, Fetch, RecordedExchange } from './exchange-source.ts';
import { createLiveClients, type LiveOptions } from './live-clients.ts';

/** How many items a list is asked for: enough to see fields that not every item has. */
const pageSize = 50;

/**
 * Calls the operations that only read, one after another, through the vendor's own clients.
 *
 * @throws {CouldNotRun} When the environment has no credentials; the message names the variables.
 */
export async function callReads(options: LiveOptions): Promise<ExchangeSource> {
  const exchanges: RecordedExchange[] = [];
  const notes: string[] = [];
  const { methodOf, missing } = await createLiveClients({ ...options, fetch: recordTo(exchanges, options.fetch) });
  const reads = readsOf(options.document);
  const bodies = new Map<string, unknown>();
  let stopped: string | undefined;

  const call = async (operation: Operation): Promise<string | undefined> => {
    if (stopped) return stopped;
    const method = methodOf(operation.id);
    if (!method) return `set ${missing.join('; or ')}`;
    const parameters = readParameters({ ...options, reads }, operation, bodies);
    if (typeof parameters === 'string') return parameters;
    for (const accept of acceptedTypes(operation)) {
      try {
        const { ok, status, data } = await method(parameters, accept ? { accept } : {}).result();
        if (!ok) return `the status was ${status}`;
        bodies.set(operation.path, data);
      } catch (error) {
        const failure = describeFailure(error);
        // Further calls would fail for the same reason.
        if ((error as Error).name === 'TokenError' || exchanges.length === 0) stopped = `not called after ${failure}`;
        return failure;
      }
    }
    return undefined;
  };
  for (const operation of reads) {
    const reason = await call(operation);
    if (reason) notes.push(`Not compared: ${operation.id}: ${reason}.`);
  }
  return { exchanges, notes };
}

/** The required parameters of a read, from the environment or the first item of a list; a text says which one is missing. */
function readParameters(
  { vendor, reads, environment }: LiveOptions & { readonly reads: readonly Operation[] },
  operation: Operation,
  bodies: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> | string {
  const parameters: Record<string, unknown> = {};
  for (const { name, variable, list } of requiredParametersOf(vendor, reads, operation)) {
    const value = environment[variable] || (list && firstId(list, bodies.get(list.path), name));
    if (value === undefined) return list ? `${list.id} has no ${name}; set ${variable}` : `set ${variable}`;
    parameters[name] = value;
  }
  const limit = operation.parameters.find(({ name }) => name === operation.object['x-pagination']?.limit);
  if (limit) parameters[limit.name] = Math.min(limit.schema.maximum ?? pageSize, pageSize);
  return parameters;
}

function firstId({ object }: Operation, body: unknown, name: string): unknown {
  const items = object['x-pagination']?.items;
  const list = items ? Object(body)[items] : [body, ...Object.values(Object(body))].find(Array.isArray);
  const first = Object(list?.[0]);
  const id = first[name] ?? first.id;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

/** Each media type of a success is asked for where there is a choice. */
function acceptedTypes({ responses }: Operation): (string | undefined)[] {
  const successes = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  const types = successes.flatMap(([, { content = {} }]) => Object.keys(content));
  return types.length > 1 ? types : [undefined];
}

function recordTo(exchanges: RecordedExchange[], fetch: Fetch): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    const body = await response.clone().text();
    const { method = 'GET', headers, body: sent } = init;
    exchanges.push({
      request: { method, url, headers: Object.fromEntries(new Headers(headers)), ...(sent && { body: String(sent) }) },
      response: { status: response.status, headers: Object.fromEntries(response.headers), ...(body && { body }) },
    });
    return response;
  };
}

/** Names, statuses and codes only: messages of the platform may hold hosts, and those of a vendor anything. */
function describeFailure(error: unknown): string {
  const parts = new Set<string>();
  for (let cause = error; cause instanceof Error && parts.size < 5; cause = cause.cause) {
    const { code, status } = cause as { readonly code?: unknown; readonly status?: unknown };
    if (typeof status === 'number') parts.add(`status ${status}`);
    // An error with a status has the vendor's code, which may be any text.
    else if (typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)) parts.add(code);
  }
  const name = error instanceof Error && /^[A-Z]\w{2,30}Error$/.test(error.name) ? error.name : 'an error';
  return parts.size > 0 ? `${name} (${[...parts].join(', ')})` : name;
}
