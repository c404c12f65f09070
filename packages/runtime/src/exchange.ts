import type { Attempt } from './attempt.ts';
import type { CallOptions, Exchange } from './call.ts';
import type { ClientDefinition } from './client.ts';
import { ConnectionError } from './connection-error.ts';
import type { Budget } from './deadline.ts';
import { place } from './input.ts';
import type { OperationDefinition } from './operation.ts';
import { checkCallOptions } from './options.ts';
import { PlainRequest } from './plain-request.ts';
import { PlumblineError } from './plumbline-error.ts';
import { type AnyResult, readResult } from './result.ts';
import { parseRetryAfter } from './retry-after.ts';
import { TimeoutError } from './timeout-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The options of a call, whatever its operation. */
export interface ExchangeOptions extends CallOptions {
  readonly idempotencyKey?: string;
  readonly accept?: string;
}

/** The `request` of an openapi-fetch client, before its paths are known. */
export type RequestAny = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Sends the request of one operation through openapi-fetch, and reads its answer. */
export async function exchange(
  operation: OperationDefinition,
  { input, servers, baseUrl, context }: ClientDefinition,
  request: RequestAny,
  parameters: Fields,
  options: ExchangeOptions,
  budget: Budget | undefined,
): Promise<Exchange> {
  const { accept = 'application/json', idempotencyKey, signal, timeout, retry } = options;
  signal?.throwIfAborted();
  checkCallOptions(operation.path, options);
  const { body, ...params } = place(operation, input?.(parameters) ?? parameters);
  const headers = {
    Accept: accept,
    ...operation.headers,
    ...(operation.idempotent && { 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() }),
    ...options.headers,
  };
  const attempts: Attempt[] = [];
  const { data, error, response } = await request(operation.method, operation.path, {
    params,
    body,
    headers,
    baseUrl: operation.server && (servers?.[operation.server] ?? operation.server),
    parseAs: 'text',
    signal,
    timeout,
    retry,
    budget,
    attempts,
    operation,
  }).catch((cause) => {
    // openapi-fetch loses a reason that is falsy, and repeats a header that cannot be sent.
    signal?.throwIfAborted();
    checkHeaders(headers);
    if (cause instanceof ConnectionError || cause instanceof TimeoutError) cause.attempts = attempts;
    throw cause;
  });
  const { ok, status } = response;
  const result: AnyResult = ok
    ? readResult(response, data as string | undefined, accept)
    : { ok, status, error: error === '' ? undefined : error, response };
  if (result.ok) return { result };
  const date = context.clock.date();
  const delay = ok ? undefined : parseRetryAfter(response.headers, date);
  return {
    result,
    request: new PlainRequest(response.url || baseUrl, { method: operation.method, operation, attempts }),
    retryAt: delay === undefined ? undefined : new Date(date + delay),
  };
}

/** Refuses a header that cannot be sent, without repeating its value, as the platform's own error would. */
export function checkHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (canBeSent(Object.entries(headers))) return headers;
  const [name] = Object.entries(headers).find((entry) => !canBeSent([entry])) ?? [];
  throw new PlumblineError(`The header \`${name}\` has a name or a value that cannot be sent.`);
}

function canBeSent(headers: [string, string][]): boolean {
  try {
    new Headers(headers);
    return true;
  } catch {
    return false;
  }
}
