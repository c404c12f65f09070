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
import { mayBe, parseJson, readResult, type UntypedResult } from './result.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** The `request` of an openapi-fetch client, before its paths are known. */
export type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What a call is sent with. */
export interface Sender {
  readonly context: ClientContext;
  /** The openapi-fetch client's. */
  readonly request: UntypedRequest;
  /** Headers of every request of an operation. */
  readonly headers: HeaderRecord;
  /** How a query is written where a parameter does not say. */
  readonly querySerialization: QuerySerialization;
  /** The servers of operations that are elsewhere, by the server in the spec. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
  /** Makes a caller's parameters what the vendor takes. */
  readonly input?: ((parameters: Parameters) => Parameters) | undefined;
}

/** One call of an operation. */
export interface OperationCall {
  readonly operation: OperationDefinition;
  readonly parameters: Parameters;
  readonly options: UntypedCallOptions;
  /** When the time for the call ends, where it began with an earlier page. */
  readonly end?: number | undefined;
  /** Whether the body of a success is handed out as it arrives. Asked when the caller's line of code has run. */
  readonly isStreaming: () => boolean;
}

/** Sends the request of one operation through openapi-fetch, and reads its response. */
export async function send(
  sender: Sender,
  { operation, parameters, options, end, isStreaming }: OperationCall,
): Promise<Reply> {
  // Until the caller's line of code has run, it may ask for a stream.
  await undefined;
  const streaming = isStreaming();
  checkCallOptions(operation.path, options);
  const call = new CallContext(sender.context, { line: operation, operation, options, end, streaming });
  try {
    call.deadline.throwIfExpired();
    const { header, body, path, query } = splitInput(operation, sender.input?.(parameters) ?? parameters);
    const accept = options.accept ?? operation.responseMediaTypes?.[0] ?? 'application/json';
    const headerRecord = headersOf(sender, operation, options, accept, header as Record<string, string> | undefined);
    const contentType = headerRecord['content-type'] ?? operation.requestMediaType;
    const sent = await sender.request(operation.method, operation.path, {
      params: { path, query },
      body,
      // openapi-fetch serializes the body by this one.
      headers: contentType && { 'Content-Type': contentType },
      headerRecord,
      baseUrl: operation.server && (sender.servers?.[operation.server] ?? operation.server),
      querySerializer: operation.parameters && querySerializer(sender.querySerialization, operation.parameters),
      parseAs: streaming ? 'stream' : 'text',
      call,
    });
    const reply = call.response ? await readReply(call.response, streaming) : sent;
    const result = streaming ? await streamedResult(reply, accept) : wholeResult(reply, accept);
    if (result.ok) return { result, line: operation, attempts: call.attempts };
    const date = call.clock.date();
    const delay = reply.response.ok ? undefined : parseRetryAfter(reply.response.headers, date);
    const retryAt = delay === undefined ? undefined : new Date(date + delay);
    return { result, line: operation, attempts: call.attempts, retryAt };
  } catch (cause) {
    throw withAttempts(reasonOf(call, cause), call.attempts);
  } finally {
    call.deadline.close();
  }
}

/** Why a call failed: openapi-fetch loses the reason of an abort where that is falsy. */
function reasonOf({ deadline }: CallContext, cause: unknown): unknown {
  try {
    deadline.throwIfExpired();
    return cause;
  } catch (reason) {
    return reason;
  }
}

type Answer = Awaited<ReturnType<UntypedRequest>>;

/** Reads a response as openapi-fetch does. */
async function readReply(response: Response, streaming: boolean): Promise<Answer> {
  if (streaming && response.ok) return { response };
  const text = await response.text();
  return response.ok ? { data: text, response } : { error: parseJson(text)[0], response };
}

function wholeResult({ data, error, response }: Answer, accept: string): UntypedResult {
  const { ok, status } = response;
  if (ok) return readResult(response, data as string | undefined, accept);
  return { ok, status, error: error === '' ? undefined : error, response };
}

async function streamedResult(answer: Answer, accept: string): Promise<UntypedResult> {
  const { response } = answer;
  if (!response.ok) return wholeResult(answer, accept);
  if (mayBe(response, accept)) return { ok: true, status: response.status, response };
  const text = await response.text();
  return readResult(new BufferedResponse(response, text), text, accept);
}

function headersOf(
  { headers }: Sender,
  operation: OperationDefinition,
  { idempotencyKey, headers: ofCall }: UntypedCallOptions,
  accept: string,
  parameters: Readonly<Record<string, string>> | undefined,
): HeaderRecord {
  const key = operation.idempotencyKey && { 'idempotency-key': idempotencyKey ?? crypto.randomUUID() };
  const record: Record<string, string> = { ...headers, accept, ...key };
  // One after the other: two names may differ in case only.
  for (const part of [operation.headers, parameters, idempotencyKey === undefined ? undefined : key, ofCall]) {
    if (part) Object.assign(record, normalizeHeaders(part));
  }
  return record;
}
