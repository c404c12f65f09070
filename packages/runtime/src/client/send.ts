import { BufferedResponse } from '../pipeline/buffered-response.ts';
import { CallContext, type ClientContext } from '../pipeline/call-context.ts';
import type { UntypedCallOptions } from '../pipeline/call-options.ts';
import { normalizeHeaders } from '../pipeline/headers.ts';
import type { HeaderRecord } from '../pipeline/http-request.ts';
import type { OperationDefinition, QuerySerialization } from '../pipeline/operation.ts';
import { parseRetryAfter } from '../policies/retry/retry-after.ts';
import { type Reply, withAttempts } from './call.ts';
import { splitInput } from './input.ts';
import { checkCallOptions } from './options.ts';
import { querySerializer } from './query.ts';
import { mayHaveType, parseJson, readResult, type UntypedResult } from './result.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The method `request` of an openapi-fetch client, without the types of its paths. */
export type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** The parts of a client that send a call. */
export interface Sender {
  readonly context: ClientContext;
  /** The method of the openapi-fetch client. */
  readonly request: UntypedRequest;
  /** Default headers of every request. */
  readonly headers: HeaderRecord;
  /** How a query serializes parameters that have no style of their own. */
  readonly querySerialization: QuerySerialization;
  /** Servers that replace those of single operations, by their URL in the spec. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** Converts the caller's parameters to those that the vendor expects. */
  readonly input?: ((parameters: Parameters) => Parameters) | undefined;
}

/** One call of an operation. */
export interface OperationCall {
  readonly operation: OperationDefinition;
  readonly parameters: Parameters;
  readonly options: UntypedCallOptions;
  /** End of the deadline by the clock's `now()`, if an earlier page started it. */
  readonly end?: number | undefined;
  /** Whether the caller reads a success as a stream. Known after the caller's line of code has run. */
  readonly isStreaming: () => boolean;
}

/** Sends the request of one operation through openapi-fetch, and reads its response. */
export async function send(
  sender: Sender,
  { operation, parameters, options, end, isStreaming }: OperationCall,
): Promise<Reply> {
  // The caller's line of code may still call `stream()`.
  await undefined;
  const streaming = isStreaming();
  checkCallOptions(operation.path, options);
  const call = new CallContext(sender.context, { line: operation, operation, options, end, streaming });
  try {
    call.deadline.throwIfExpired();
    const { header, body, path, query } = splitInput(operation, sender.input?.(parameters) ?? parameters);
    const accept = options.accept ?? operation.responseMediaTypes?.[0] ?? 'application/json';
    const headerRecord = buildHeaders(sender, operation, options, accept, header as Record<string, string> | undefined);
    const contentType = headerRecord['content-type'] ?? operation.requestMediaType;
    const sent = await sender.request(operation.method, operation.path, {
      params: { path, query },
      body,
      // openapi-fetch serializes the body for this media type.
      headers: contentType && { 'Content-Type': contentType },
      headerRecord,
      baseUrl: operation.server && (sender.servers?.[operation.server] ?? operation.server),
      querySerializer: operation.parameters && querySerializer(sender.querySerialization, operation.parameters),
      parseAs: streaming ? 'stream' : 'text',
      call,
    });
    const received = call.response ? await readResponse(call.response, streaming) : sent;
    const result = streaming ? await toStreamedResult(received, accept) : toResult(received, accept);
    if (result.ok) return { result, line: operation, attempts: call.attempts };
    const date = call.clock.date();
    const delay = received.response.ok ? undefined : parseRetryAfter(received.response.headers, date);
    const retryAt = delay === undefined ? undefined : new Date(date + delay);
    return { result, line: operation, attempts: call.attempts, retryAt };
  } catch (cause) {
    throw withAttempts(findReason(call, cause), call.attempts);
  } finally {
    call.deadline.close();
  }
}

/** Finds why a call failed: openapi-fetch loses a falsy reason of an abort. */
function findReason({ deadline }: CallContext, cause: unknown): unknown {
  try {
    deadline.throwIfExpired();
    return cause;
  } catch (reason) {
    return reason;
  }
}

type Received = Awaited<ReturnType<UntypedRequest>>;

/** Reads a response as openapi-fetch does. */
async function readResponse(response: Response, streaming: boolean): Promise<Received> {
  if (streaming && response.ok) return { response };
  const text = await response.text();
  return response.ok ? { data: text, response } : { error: parseJson(text)[0], response };
}

function toResult({ data, error, response }: Received, accept: string): UntypedResult {
  const { ok, status } = response;
  if (ok) return readResult(response, data as string | undefined, accept);
  return { ok, status, error: error === '' ? undefined : error, response };
}

async function toStreamedResult(received: Received, accept: string): Promise<UntypedResult> {
  const { response } = received;
  if (!response.ok) return toResult(received, accept);
  if (mayHaveType(response, accept)) return { ok: true, status: response.status, response };
  const text = await response.text();
  return readResult(new BufferedResponse(response, text), text, accept);
}

function buildHeaders(
  { headers }: Sender,
  operation: OperationDefinition,
  { idempotencyKey, headers: callHeaders }: UntypedCallOptions,
  accept: string,
  parameters: Readonly<Record<string, string>> | undefined,
): HeaderRecord {
  const key = operation.idempotencyKey && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() };
  const record: Record<string, string> = { ...headers, accept, ...key };
  // Each part is normalized alone, because names of two parts may differ only in case.
  for (const part of [operation.headers, parameters, idempotencyKey === undefined ? undefined : key, callHeaders]) {
    if (part) Object.assign(record, normalizeHeaders(part));
  }
  return record;
}
